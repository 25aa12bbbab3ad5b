package org.gardefroid.cli.judge;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.JudgementJson;
import org.gardefroid.vaccines.custody.Mission;
import org.gardefroid.vaccines.custody.RecordedTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import static org.gardefroid.cli.Words.say;

/** {@code gardefroid judge}: the verdict of each lot, vial and syringe, by the code that the box and the service run. */
@Command(name = "judge", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help")
public final class JudgeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--profile", required = true, descriptionKey = "judge.profile")
    private List<Path> profiles = new ArrayList<>();

    @Option(names = "--events", required = true, descriptionKey = "judge.events")
    private Path events = Path.of("");

    @Option(names = "--readings", required = true, descriptionKey = "judge.readings")
    private Path readings = Path.of("");

    @Option(names = "--now", descriptionKey = "judge.now")
    private @Nullable String now;

    @Option(names = "--max-gap", descriptionKey = "judge.max-gap")
    private @Nullable Duration longestGap;

    @Option(names = "--forecast", descriptionKey = "judge.forecast")
    private @Nullable Double forecast;

    @Option(names = "--zone", defaultValue = "Europe/Paris", descriptionKey = "judge.zone")
    private String zone = "";

    @Option(names = "--json", descriptionKey = "judge.json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ZoneId told = zone();
        if (longestGap != null && !longestGap.isPositive()) {
            throw new Refused(say("evaluate.no-gap"));
        }
        List<ProductProfile> shelf = new ArrayList<>();
        for (Path file : profiles) {
            shelf.add(ProfileFile.read(file));
        }
        Mission mission = new Mission(shelf);
        EventFile.read(events, told).forEach(mission::add);
        ReadingFile.read(readings).forEach(mission::add);
        Instant when = Optional.ofNullable(now).map(JudgeCommand::instant).or(mission::latest)
                .orElseThrow(() -> new Refused(say("judge.nothing", events, readings)));
        List<Judgement> judgements = mission.judge(
                new Mission.Question(when, Optional.ofNullable(longestGap), temperature()));
        if (judgements.isEmpty()) {
            throw new Refused(say("judge.nothing-yet", when));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            judgements.forEach(judgement -> out.println(JudgementJson.line(judgement, told)));
        } else {
            var text = new JudgedText(Words.locale(), told);
            judgements.forEach(judgement -> out.println(text.of(judgement)));
        }
        return 0;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Refused("--zone: " + say("judge.no-zone", zone));
        }
    }

    private static Instant instant(String text) {
        try {
            return RecordedTime.checked(Instant.parse(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Refused("--now: " + say("judge.no-time", text));
        }
    }

    private Optional<Temperature> temperature() {
        try {
            return Optional.ofNullable(forecast).map(Temperature::ofCelsius);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Refused(say("judge.no-temperature", String.valueOf(forecast)));
        }
    }
}
