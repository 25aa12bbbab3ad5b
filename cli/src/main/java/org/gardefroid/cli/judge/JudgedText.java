package org.gardefroid.cli.judge;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.custody.BudgetUse;
import org.gardefroid.vaccines.custody.Ground;
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
        if (!judgement.toTrace().isEmpty()) {
            lines.add(texts.say("report.trace", judgement.toTrace().stream()
                    .map(dose -> dose.container().name() + " × " + dose.doses() + " (" + texts.time(dose.at()) + ")")
                    .collect(Collectors.joining(", "))));
        }
        judgement.decisions().forEach(signed -> lines.add(texts.say("report.decision", signed.by(), signed.at(),
                signed.decision().name(), signed.reason())));
        return lines.toString();
    }
}
