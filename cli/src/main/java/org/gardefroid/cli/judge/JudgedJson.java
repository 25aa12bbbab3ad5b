package org.gardefroid.cli.judge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.BudgetUse;
import org.gardefroid.vaccines.custody.Due;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Interval;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.Start;
import org.gardefroid.vaccines.custody.Stay;
import org.gardefroid.vaccines.custody.Texts;
import org.jspecify.annotations.Nullable;

/** A judgement as one line of JSON, as docs/judge.md tells it. */
final class JudgedJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JudgedJson() {}

    static String line(Judgement judgement, ZoneId zone) {
        Texts french = new Texts(Locale.FRENCH, zone);
        Texts english = new Texts(Locale.ENGLISH, zone);
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", judgement.container().name()).put("kind", judgement.container().kind().code());
        line.put("product", judgement.judgedBy().map(profile -> profile.product().value()).orElse(null));
        line.put("profileRevision", revision(judgement));
        line.put("verdict", judgement.ruling().code());
        line.putObject("verdictText").put("fr", french.verdict(judgement.ruling()))
                .put("en", english.verdict(judgement.ruling()));
        line.put("judgedAt", judgement.now().toString());
        line.put("deadline", judgement.due().map(due -> due.at().toString()).orElse(null));
        line.put("deadlineBy", judgement.due().map(Due::by).orElse(null));
        ArrayNode dues = line.putArray("deadlines");
        judgement.dues().forEach(due -> dues.addObject().put("at", due.at().toString()).put("by", due.by()));
        line.put("warning", judgement.warning().map(Duration::toMinutes).orElse(null));
        ObjectNode exposure = line.putObject("exposure");
        judgement.exposure().bands().forEach((band, time) -> exposure.set(band.name(), interval(time)));
        line.put("unobservedMinutes", minutes(judgement.exposure().unobserved()));
        line.set("budgetLeftMinutes", judgement.budgetLeft().map(JudgedJson::interval).orElse(null));
        ArrayNode budgets = line.putArray("budgets");
        judgement.budgets().forEach(use -> budgets.add(budget(use)));
        line.put("meanKineticCelsius",
                judgement.exposure().meanKinetic().map(celsius -> rounded(celsius)).orElse(null));
        ArrayNode reasons = line.putArray("reasons");
        for (Ground ground : judgement.grounds()) {
            ObjectNode reason = reasons.addObject().put("code", ground.code().code()).put("holds", ground.holds())
                    .put("since", ground.since().map(Instant::toString).orElse(null));
            reason.put("fr", french.ground(ground)).put("en", english.ground(ground));
            ArrayNode figures = reason.putArray("figures");
            ground.values().forEach(value -> figures.add(value.toString()));
            reason.put("profileRevision", revision(judgement));
        }
        line.put("contact", judgement.judgedBy().flatMap(ProductProfile::contact).orElse(null));
        line.set("from", judgement.from().map(from -> JsonNodeFactory.instance.objectNode()
                .put("kind", from.kind().code()).put("id", from.name())).orElse(null));
        where(line, judgement, french, english);
        starts(line, judgement.starts());
        given(line.putArray("dosesGiven"), judgement.given());
        given(line.putArray("dosesToTrace"), judgement.toTrace());
        ArrayNode decisions = line.putArray("decisions");
        judgement.decisions().forEach(signed -> decisions.addObject().put("at", signed.at().toString())
                .put("decision", signed.decision().name().toLowerCase(Locale.ROOT)).put("by", signed.by())
                .put("reason", signed.reason()));
        return text(line);
    }

    private static String text(ObjectNode line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
    }

    private static @Nullable Integer revision(Judgement judgement) {
        return judgement.judgedBy().map(ProductProfile::revision).orElse(null);
    }

    private static void where(ObjectNode line, Judgement judgement, Texts french, Texts english) {
        Optional<Stay> last = judgement.stays().stream().reduce((earlier, later) -> later);
        line.putObject("place").put("fr", last.map(stay -> french.place(stay.place())).orElse(null)).put("en",
                last.map(stay -> english.place(stay.place())).orElse(null));
        ArrayNode places = line.putArray("places");
        judgement.stays().forEach(stay -> places.addObject().put("since", stay.from().toString())
                .put("fr", french.place(stay.place())).put("en", english.place(stay.place())));
    }

    private static void starts(ObjectNode line, List<Start> starts) {
        ArrayNode clocks = line.putArray("clocks");
        for (Start start : starts) {
            ObjectNode clock = clocks.addObject().put("step", start.step().code())
                    .put("at", start.at().map(Instant::toString).orElse(null));
            start.voided().ifPresent(why -> clock.putObject("voided").put("at", why.when().toString())
                    .put("by", why.by().orElse(null)).put("reason", why.reason()));
        }
    }

    private static void given(ArrayNode list, List<Judgement.Given> given) {
        given.forEach(dose -> list.addObject().put("at", dose.at().toString())
                .put("kind", dose.container().kind().code()).put("id", dose.container().name())
                .put("doses", dose.doses()));
    }

    private static ObjectNode budget(BudgetUse use) {
        ObjectNode budget = JsonNodeFactory.instance.objectNode().put("name", use.budget().name());
        budget.put("allowanceMinutes", use.budget().allowance().map(JudgedJson::minutes).orElse(null));
        budget.set("usedMinutes", interval(use.spent()));
        budget.set("leftMinutes", use.left().map(JudgedJson::interval).orElse(null));
        return budget;
    }

    private static ObjectNode interval(Interval time) {
        return JsonNodeFactory.instance.objectNode().put("minMinutes", minutes(time.least()))
                .put("maxMinutes", minutes(time.most()));
    }

    private static BigDecimal minutes(Duration time) {
        BigDecimal minutes = BigDecimal.valueOf(time.toMillis()).divide(BigDecimal.valueOf(60_000), 2,
                RoundingMode.HALF_UP).stripTrailingZeros();
        return minutes.scale() < 0 ? minutes.setScale(0) : minutes;
    }

    private static BigDecimal rounded(double celsius) {
        return BigDecimal.valueOf(celsius).setScale(2, RoundingMode.HALF_UP);
    }
}
