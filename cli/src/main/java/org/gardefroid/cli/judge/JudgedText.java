package org.gardefroid.cli.judge;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.custody.BudgetUse;
import org.gardefroid.vaccines.custody.Exposure;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Interval;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.Ruling;
import org.gardefroid.vaccines.custody.Texts;

/** A judgement as a person reads it: what it is, what is said of it, until when, and why. */
final class JudgedText {

    private final Texts texts;

    JudgedText(Locale language, ZoneId zone) {
        this.texts = new Texts(language, zone);
    }

    String of(Judgement judgement) {
        StringJoiner lines = new StringJoiner("\n  ");
        lines.add(texts.say("judged", judgement.container().kind().code(), judgement.container().name(),
                texts.verdict(judgement.ruling()).toUpperCase(texts.language()),
                judgement.judgedBy().map(profile -> profile.product() + " r" + profile.revision()).orElse("-")));
        if (judgement.ruling() == Ruling.USABLE) { // until when, of what may be used at all
            judgement.due().ifPresent(due -> lines.add(texts.deadline(due,
                    judgement.judgedBy().map(profile -> profile.storage().budgets()).orElse(List.of()))));
        }
        judgement.warning().ifPresent(left -> lines.add(texts.say("report.warning", left.toMinutes())));
        for (Ground ground : judgement.grounds()) {
            lines.add("- " + texts.ground(ground));
        }
        judgement.budgets().stream().filter(BudgetUse::goesOn).forEach(use -> use.left().ifPresent(left -> lines.add(
                left.least().equals(left.most())
                        ? texts.say("report.budget.known", texts.budget(use.budget()), left.least())
                        : texts.say("report.budget", texts.budget(use.budget()), left.least(), left.most()))));
        Duration unobserved = judgement.exposure().unobserved();
        lines.add(texts.say("report.lives", unobserved, judgement.exposure().meanKinetic()
                .<Object>map(celsius -> Temperature.ofCelsius(Math.round(celsius * 10) / 10.0)).orElse("-")));
        exposure(judgement.exposure()).ifPresent(lines::add);
        if (!judgement.given().isEmpty()) {
            lines.add(texts.say("report.given", doses(judgement.given())));
        }
        if (!judgement.toTrace().isEmpty()) {
            lines.add(texts.say("report.trace", doses(judgement.toTrace())));
        }
        judgement.decisions().forEach(signed -> lines.add(texts.say("report.decision", signed.by(), signed.at(),
                signed.decision().name(), signed.reason())));
        return lines.toString();
    }

    /** Only the bands that it was in; what was not observed may have been in any, and is told by itself. */
    private Optional<String> exposure(Exposure exposure) {
        List<String> bands = exposure.bands().entrySet().stream()
                .filter(band -> band.getValue().most().compareTo(exposure.unobserved()) > 0)
                .map(band -> texts.band(band.getKey()) + " : " + time(band.getValue())).toList();
        return bands.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.say("report.exposure", String.join(" ; ", bands)));
    }

    private String time(Interval time) {
        return time.least().equals(time.most())
                ? texts.duration(time.most())
                : texts.say("report.between", time.least(), time.most());
    }

    private String doses(List<Judgement.Given> doses) {
        return doses.stream()
                .map(dose -> dose.container().name() + " × " + dose.doses() + " (" + texts.time(dose.at()) + ")")
                .collect(Collectors.joining(", "));
    }
}
