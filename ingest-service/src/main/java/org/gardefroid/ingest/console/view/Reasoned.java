package org.gardefroid.ingest.console.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.vaccines.custody.Band;
import org.gardefroid.vaccines.custody.Due;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.JudgementJson;
import org.gardefroid.vaccines.custody.Texts;

/**
 * A verdict with all that it follows from.
 *
 * @param due when its time is over; of an unsigned profile that allows nothing, but is told all the same
 * @param document as {@code gardefroid judge --json} writes it
 */
public record Reasoned(String ruling, Optional<Due> due, Duration unobserved, JsonObject document) {

    /** With one of these, a clock or a figure is missing, or it is not known what it is. */
    private static final Set<String> UNCOUNTED = Set.of("thaw-not-recorded", "figure-missing", "no-profile",
            "profile-not-signed", "time-unknown", "mixed-up", "opening-exposure-unknown", "drawing-voided", "finished",
            "signed-to-destroy", "not-judged");

    private static final List<String> FROM_BEST = List.of("usable", "isolate", "time-over");

    /** A time in a band, or of a budget: at least, and at most with all that was not observed. */
    public record Minutes(String name, BigDecimal least, BigDecimal most) {

        public boolean isExact() {
            return least.compareTo(most) == 0;
        }

        static Minutes of(String name, JsonObject interval) {
            return new Minutes(name, whole(interval.decimal("minMinutes")), whole(interval.decimal("maxMinutes")));
        }

        /** A band as people write it. */
        public String band(Words words) {
            String written = name.replace("<=", "≤ ").replace(">", "> ").replace("..", " … ").replace('-', '\u2212');
            return words.pick(written.replace('.', ','), written) + " °C";
        }

        private static BigDecimal whole(BigDecimal minutes) {
            return minutes.setScale(0, RoundingMode.HALF_UP);
        }
    }

    /** Doses that were given since something that holds them; {@code what} is the lot, the vial or the syringe. */
    public record Traced(Instant at, String kind, String what, int doses) {

        public String called(Words words) {
            return words.say("traced." + kind, what);
        }
    }

    /** @param zone in which its sentences tell times */
    public static Reasoned of(Judgement judgement, ZoneId zone) {
        return new Reasoned(judgement.ruling().code(), judgement.runsOut(), judgement.exposure().unobserved(),
                JsonObject.parse(JudgementJson.line(judgement, zone)));
    }

    public int badness() {
        return FROM_BEST.indexOf(ruling);
    }

    /** Whether it waits for a pharmacist: nothing beside it may then read like leave to use it. */
    public boolean isHeld() {
        return ruling.equals("isolate");
    }

    /** Whether it is known when it would be over if a pharmacist released it now: not where something is missing to say so. */
    public boolean isCounted(Words words) {
        return isHeld() && due.filter(end -> end.at().isAfter(words.now())).isPresent() && document.objects("reasons")
                .stream().map(reason -> reason.text("code")).noneMatch(UNCOUNTED::contains);
    }

    public String deadline(Words words) {
        return due.map(end -> new Texts(words.language().locale(), words.zone()).deadline(end,
                document.objects("budgets").stream().filter(budget -> end.by().equals("budget:" + budget.text("name")))
                        .filter(budget -> budget.has("fr")).map(budget -> called(budget, words)).findFirst()))
                .orElse("");
    }

    /** Why it may not be used. */
    public List<String> reasons(Words words) {
        return sentences(words, true);
    }

    /** What is told besides. */
    public List<String> remarks(Words words) {
        return sentences(words, false);
    }

    private List<String> sentences(Words words, boolean holding) {
        return document.objects("reasons").stream().filter(reason -> reason.flag("holds") == holding)
                .map(reason -> words.pick(reason.text("fr"), reason.text("en"))).toList();
    }

    /** Where it has spent time, from cold to warm. */
    public List<Minutes> exposure() {
        JsonObject bands = document.object("exposure");
        return Band.ALL.stream().map(Band::name).filter(bands::has).map(name -> Minutes.of(name, bands.object(name)))
                .filter(minutes -> minutes.most().signum() > 0).toList();
    }

    /** What is left of each. */
    public List<Minutes> budgets(Words words) {
        return document.objects("budgets").stream().filter(budget -> budget.has("leftMinutes"))
                .map(budget -> Minutes.of(called(budget, words), budget.object("leftMinutes"))).toList();
    }

    /** As a person calls it; what was written before budgets had titles has its name alone. */
    private static String called(JsonObject budget, Words words) {
        return budget.has("fr") ? words.pick(budget.text("fr"), budget.text("en")) : budget.text("name");
    }

    /** In thousandths of a degree; beside the other figures, and never a reason to release anything. */
    public OptionalInt meanKinetic() {
        return document.has("meanKineticCelsius")
                ? OptionalInt.of(document.decimal("meanKineticCelsius").movePointRight(3).intValue())
                : OptionalInt.empty();
    }

    public List<Traced> toTrace() {
        return document.objects("dosesToTrace").stream()
                .map(dose -> new Traced(dose.instant("at"), dose.text("kind"), dose.text("id"), dose.integer("doses")))
                .toList();
    }

    public Optional<String> contact() {
        return document.optionalText("contact");
    }
}
