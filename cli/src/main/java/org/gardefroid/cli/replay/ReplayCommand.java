package org.gardefroid.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gardefroid.alerting.Preset;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;
import org.gardefroid.cli.WorkFolder;
import org.gardefroid.cli.series.SeriesFile;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.testbed.process.ProjectFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gardefroid replay}: checks what it was given, and hands over to {@link Replay}. */
@Command(name = "replay", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help")
public final class ReplayCommand implements Callable<Integer> {

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
        SeriesFile.read(file, timeColumn, valueColumn, Optional.of(SeriesFile.zone(zone)));
        if (Preset.named(preset).isEmpty()) {
            throw new Refused(Words.say("replay.no-preset", preset,
                    String.join(", ", Preset.ALL.stream().map(Preset::name).toList())));
        }
        Preset.named(preset).flatMap(Preset::warningKey).ifPresent(key -> System.err.println(Words.say(key)));
        try {
            new DeviceId(device);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }
}
