package org.gardefroid.testbed.process;

import java.nio.file.Path;
import java.time.Duration;

/** Programs to watch: what {@link ChildProcessTest} starts. */
final class Chatter {

    private Chatter() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "ready" -> {
                System.out.println("chatter ready port=1");
                Thread.sleep(Duration.ofMinutes(5));
            }
            case "fails" -> {
                System.err.println("chatter cannot: the disk is full");
                System.exit(3);
            }
            case "stubborn" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("chatter says goodbye")));
                System.out.println("chatter ready");
                Thread.sleep(Duration.ofMinutes(5));
            }
            case "parent" -> {
                var child = ChildProcess.start(ChildProcessTest.chatter("ready"), Path.of(arguments[1]));
                child.awaitLine("chatter ready", Duration.ofSeconds(30));
                System.out.println("child " + child.pid());
                Thread.sleep(Duration.ofMinutes(5));
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}
