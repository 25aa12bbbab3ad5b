package org.gardefroid.testbed;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * Runs one of the testbed's programs. What a person can mend, a wrong option or a port in use, is one line and exit
 * code 2; anything else is a fault of ours and keeps its stack trace.
 */
public final class Program {

    public static final int WRONG_USE = 2;

    private Program() {}

    public static int run(Callable<Integer> program, String... arguments) {
        var command = new CommandLine(program);
        command.setParameterExceptionHandler((e, given) -> {
            System.err.println(e.getMessage() + " (--help lists the options)");
            return WRONG_USE;
        });
        command.setExecutionExceptionHandler((e, line, result) -> {
            if (e instanceof Refusal refusal) {
                System.err.println(refusal.getMessage());
                return WRONG_USE;
            }
            throw e;
        });
        return command.execute(arguments);
    }

    /** Something is not as the program needs it, and the message says what to do about it, in one line. */
    public static class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refusal(String message) {
            super(message);
        }
    }
}
