package org.gardefroid.cli;

import java.time.Duration;
import java.util.Locale;
import org.gardefroid.cli.bench.BenchCommand;
import org.gardefroid.cli.demo.DemoCommand;
import org.gardefroid.cli.replay.ReplayCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** The command line. What a person did wrong is one line that says what, and what to do; exit code 2. */
@Command(name = "gardefroid", mixinStandardHelpOptions = true, version = "gardefroid 0.1.0", resourceBundle = "org.gardefroid.cli.Help", subcommands = {
    BenchCommand.class, DemoCommand.class, ReplayCommand.class})
public final class Gardefroid implements Runnable {

    /** Bad input, as against what went wrong in spite of good input. */
    static final int USAGE = 2;

    public static void main(String[] arguments) {
        Locale.setDefault(Words.locale());
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Gardefroid());
        commandLine.registerConverter(Duration.class, Durations::parse);
        commandLine.setParameterExceptionHandler(oneLine());
        commandLine.setExecutionExceptionHandler(plainly());
        return commandLine;
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    private static IParameterExceptionHandler oneLine() {
        return (ParameterException wrong, String[] arguments) -> {
            CommandLine command = wrong.getCommandLine();
            command.getErr().println(command.getCommandSpec().qualifiedName() + " : " + wrong.getMessage() + " — "
                    + command.getCommandSpec().qualifiedName() + " --help");
            return USAGE;
        };
    }

    private static IExecutionExceptionHandler plainly() {
        return (Exception wrong, CommandLine command, CommandLine.ParseResult parsed) -> {
            if (wrong instanceof Refused refused) {
                command.getErr().println("gardefroid : " + refused.getMessage());
                return USAGE;
            }
            throw wrong;
        };
    }
}
