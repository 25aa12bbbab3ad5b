package org.gardefroid.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gardefroid.cli.bench.BenchCommand;
import org.gardefroid.cli.box.BoxCommand;
import org.gardefroid.cli.demo.DemoCommand;
import org.gardefroid.cli.evaluate.EvaluateCommand;
import org.gardefroid.cli.journal.ImportJournalCommand;
import org.gardefroid.cli.judge.JudgeCommand;
import org.gardefroid.cli.lots.LotsCommand;
import org.gardefroid.cli.probes.ProbesCommand;
import org.gardefroid.cli.replay.ReplayCommand;
import org.gardefroid.cli.scan.ScanCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import static org.gardefroid.cli.Words.say;

/** The command line. What a person did wrong is one line that says what, and what to do; exit code 2. */
@Command(name = "gardefroid", mixinStandardHelpOptions = true, version = "gardefroid 0.1.0", resourceBundle = "org.gardefroid.cli.Help", subcommands = {
    BenchCommand.class, BoxCommand.class, DemoCommand.class, EvaluateCommand.class, ImportJournalCommand.class,
    JudgeCommand.class, LotsCommand.class, ProbesCommand.class, ReplayCommand.class, ScanCommand.class})
public final class Gardefroid implements Runnable {

    /** Bad input, as against what went wrong in spite of good input. */
    static final int USAGE = 2;

    private static final int FAILED = 1;

    public static void main(String[] arguments) {
        Locale.setDefault(Words.locale());
        System.exit(commandLine().execute(arguments));
    }

    public static CommandLine commandLine() {
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
            command.getErr().println(command.getCommandSpec().qualifiedName() + " : " + what(wrong) + " — "
                    + command.getCommandSpec().qualifiedName() + " --help");
            return USAGE;
        };
    }

    private static String what(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unknown -> say("cli.unknown", String.join(" ", unknown.getUnmatched()));
            case MissingParameterException missing -> say("cli.missing",
                    missing.getMissing().stream().map(Gardefroid::name).collect(Collectors.joining(", ")));
            case ParameterException none when none.getArgSpec() == null
                    && !none.getCommandLine().getSubcommands().isEmpty() ->
                say("cli.missing", String.join(" | ", none.getCommandLine().getSubcommands().keySet()));
            default -> wrong.getArgSpec() == null || wrong.getValue() == null
                    ? String.valueOf(wrong.getMessage())
                    : say("cli.value", name(wrong.getArgSpec()), wrong.getValue(), expected(wrong.getArgSpec().type()));
        };
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        return type == Duration.class ? Durations.FORMS : say("cli.number");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static IExecutionExceptionHandler plainly() {
        return (Exception wrong, CommandLine command, CommandLine.ParseResult parsed) -> {
            if (wrong instanceof Refused refused) {
                command.getErr().println("gardefroid : " + refused.getMessage());
                return USAGE;
            }
            Optional<String> full = diskFull(wrong);
            if (full.isPresent()) {
                command.getErr().println("gardefroid : " + say("cli.disk-full", full.get()));
                return USAGE;
            }
            if (wrong instanceof IOException || wrong instanceof UncheckedIOException) { // a folder, a file: a person's to mend
                Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
                command.getErr().println("gardefroid : " + wrong.getMessage() + " (" + cause + ")");
                return USAGE;
            }
            if (wrong instanceof SQLException) {
                command.getErr()
                        .println("gardefroid : " + say("cli.database-gone", String.valueOf(wrong.getMessage())));
                return FAILED;
            }
            throw wrong;
        };
    }

    /** As the kernel words it, wherever in the causes it stands: our own, or what a program that we started said last. */
    static Optional<String> diskFull(Throwable wrong) {
        for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
            Optional<String> line = String.valueOf(cause.getMessage()).lines()
                    .filter(said -> said.contains("No space left on device")).findFirst();
            if (line.isPresent()) {
                return line;
            }
        }
        return Optional.empty();
    }
}
