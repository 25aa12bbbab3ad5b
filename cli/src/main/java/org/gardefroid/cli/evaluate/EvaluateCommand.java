package org.gardefroid.cli.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.TemperatureRule;
import org.gardefroid.alerting.evaluation.Evaluation;
import org.gardefroid.alerting.evaluation.RuleText;
import org.gardefroid.alerting.evaluation.RuleTextException;
import org.gardefroid.alerting.evaluation.RuleTextException.Problem;
import org.gardefroid.alerting.evaluation.Stretches;
import org.gardefroid.cli.Durations;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.series.SeriesFile;
import org.gardefroid.telemetry.MeanKineticTemperature;
import org.gardefroid.telemetry.series.Series;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import static org.gardefroid.cli.Words.say;

/** {@code gardefroid evaluate}: checks what it was given, and tells what {@link Evaluation} finds. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help")
public final class EvaluateCommand implements Callable<Integer> {

    @Option(names = "--file", required = true, descriptionKey = "replay.file")
    private Path file = Path.of("");

    @Option(names = "--time-column", required = true, descriptionKey = "replay.time-column")
    private String timeColumn = "";

    @Option(names = "--value-column", required = true, descriptionKey = "replay.value-column")
    private String valueColumn = "";

    @Option(names = "--zone", descriptionKey = "evaluate.zone")
    private @Nullable String zone;

    @Option(names = "--rule", paramLabel = "RULE", descriptionKey = "evaluate.rule")
    private List<String> rules = List.of();

    @Option(names = "--preset", descriptionKey = "evaluate.preset")
    private @Nullable String preset;

    @Option(names = "--max-gap", descriptionKey = "evaluate.max-gap")
    private @Nullable Duration maxGap;

    @Option(names = "--activation-energy", paramLabel = "KJ", defaultValue = ""
            + MeanKineticTemperature.USP, descriptionKey = "evaluate.activation-energy")
    private double activationEnergy;

    @Option(names = "--json", descriptionKey = "evaluate.json")
    private boolean isJson;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Optional<ZoneId> named = Optional.ofNullable(zone).map(SeriesFile::zone);
        List<TemperatureRule> asked = rules(named.orElse(ZoneOffset.UTC));
        MeanKineticTemperature kinetic = kinetic();
        if (maxGap != null && maxGap.isZero()) {
            throw new Refused(say("evaluate.no-gap"));
        }
        Series series = SeriesFile.read(file, timeColumn, valueColumn, named);
        Instant first = series.points().getFirst().at();
        if (first.isBefore(Instant.EPOCH)) {
            throw new Refused(say("evaluate.too-old", first));
        }
        tellSkipped(series.skipped());
        Duration gap = maxGap == null ? Stretches.usualGap(series.points()) : maxGap;
        tell(Evaluation.of(series.points(), asked, gap, kinetic), new Report(named.orElse(ZoneOffset.UTC)));
        return 0;
    }

    private List<TemperatureRule> rules(ZoneId days) {
        if (rules.isEmpty() == (preset == null)) {
            throw new Refused(say("evaluate.rule-or-preset", RuleText.FORM));
        }
        if (preset != null) {
            return rules(preset, days);
        }
        try {
            return RuleText.parse(rules, days);
        } catch (RuleTextException e) {
            throw new Refused(say("evaluate.rule-" + e.problem().name().toLowerCase(Locale.ROOT), e.rule(), e.value(),
                    e.problem() == Problem.DURATION ? Durations.FORMS : RuleText.FORM));
        }
    }

    private List<TemperatureRule> rules(String preset, ZoneId days) {
        Preset named = Preset.named(preset)
                .orElseThrow(() -> new Refused(say("replay.no-preset", preset,
                        String.join(", ", Preset.ALL.stream().map(Preset::name).toList()))));
        named.warningKey().ifPresent(key -> spec.commandLine().getErr().println(say(key)));
        return named.in(days).rules().stream().filter(TemperatureRule.class::isInstance)
                .map(TemperatureRule.class::cast)
                .toList();
    }

    private MeanKineticTemperature kinetic() {
        try {
            return new MeanKineticTemperature(activationEnergy);
        } catch (IllegalArgumentException _) {
            throw new Refused(say("evaluate.energy", activationEnergy, MeanKineticTemperature.LOWEST,
                    MeanKineticTemperature.HIGHEST));
        }
    }

    private void tellSkipped(Series.Skipped skipped) {
        int rows = skipped.withoutTime() + skipped.withoutValue() + skipped.repeated();
        if (rows > 0) {
            spec.commandLine().getErr().println(say("evaluate.skipped", rows, skipped.withoutTime(),
                    skipped.withoutValue(), skipped.repeated()));
        }
    }

    private void tell(Evaluation evaluation, Report report) {
        PrintWriter out = spec.commandLine().getOut();
        evaluation.excursions().forEach(found -> out.println(isJson ? report.json(found) : report.text(found)));
        out.println(isJson ? report.json(evaluation.summary()) : report.text(evaluation.summary()));
        out.flush();
    }
}
