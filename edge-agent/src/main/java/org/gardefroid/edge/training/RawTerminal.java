package org.gardefroid.edge.training;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A terminal that hands over each key at once and shows none of them, until it is closed. By {@code stty}. */
public final class RawTerminal implements AutoCloseable {

    private static final File TERMINAL = new File("/dev/tty");

    private final String before;

    public RawTerminal() throws IOException, InterruptedException {
        before = stty("-g");
        stty("-icanon", "-echo", "min", "1");
        System.out.print("\u001b[?25l\u001b[2J");
    }

    private static String stty(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectInput(TERMINAL).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("stty: " + said);
        }
        return said;
    }

    @Override
    public void close() {
        try {
            stty(before);
        } catch (IOException e) {
            System.err.println("box: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        System.out.print("\u001b[?25h\r\n");
        System.out.flush();
    }
}
