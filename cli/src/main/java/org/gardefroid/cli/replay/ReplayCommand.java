package org.gardefroid.cli.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.gardefroid.alerting.Preset;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;
import org.gardefroid.cli.WorkFolder;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.testbed.process.ProjectFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gardefroid replay}: checks what it was given, and hands over to {@link Replay}. */
@Command(name = "replay", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help")
public final class ReplayCommand implements Callable<Integer> {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d+(\\.\\d+)?");

    @Option(names = "--file", required = true, descriptionKey = "replay.file")
    private Path file = Path.of("");

    @Option(names = "--time-column", required = true, descriptionKey = "replay.time-column")
    private String timeColumn = "";

    @Option(names = "--value-column", required = true, descriptionKey = "replay.value-column")
    private String valueColumn = "";

    @Option(names = "--zone", defaultValue = "UTC", descriptionKey = "replay.zone")
    private String zone = "";

    @Option(names = "--preset", defaultValue = "fridge-2-8", descriptionKey = "replay.preset")
    private String preset = "";

    @Option(names = "--device", defaultValue = "replay", descriptionKey = "replay.device")
    private String device = "";

    @Option(names = "--folder", descriptionKey = "replay.folder")
    private @Nullable Path folder;

    @Option(names = "--plain-postgresql", descriptionKey = "demo.plain-postgresql")
    private boolean plain;

    @Override
    public Integer call() throws IOException, SQLException {
        check();
        Path where = folder == null ? ProjectFolder.root().resolve(".gardefroid/replay") : folder;
        try (var own = WorkFolder.take(where)) {
            return new Replay(new ReplayedSeries(file.toAbsolutePath(), timeColumn, valueColumn, zone), preset, device,
                    plain).run(own.folder());
        }
    }

    private void check() throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refused(Words.say("replay.no-file", file));
        }
        List<String> header;
        try (var lines = Files.lines(file)) {
            header = cells(lines.findFirst().orElse("").replace("\uFEFF", ""));
        }
        for (String column : List.of(timeColumn, valueColumn)) {
            if (!header.contains(column)) {
                throw new Refused(Words.say("replay.no-column", column, String.join(", ", header)));
            }
        }
        if (!hasRow(header.indexOf(timeColumn), header.indexOf(valueColumn))) {
            throw new Refused(Words.say("replay.no-row", file, timeColumn, valueColumn));
        }
        if (Preset.named(preset).isEmpty()) {
            throw new Refused(Words.say("replay.no-preset", preset,
                    String.join(", ", Preset.ALL.stream().map(Preset::name).toList())));
        }
        try {
            ZoneId.of(zone);
            new DeviceId(device);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    /** What the agent would find out too, but only when broker, database and service have been started for it. */
    private boolean hasRow(int time, int value) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.skip(1).map(ReplayCommand::cells).anyMatch(cells -> cells.size() > Math.max(time, value)
                    && !cells.get(time).isBlank() && DECIMAL.matcher(cells.get(value).strip()).matches());
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }
}
