package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.vaccines.Budget;
import org.gardefroid.vaccines.Gtin;
import org.gardefroid.vaccines.InUse;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProductProfile.Precaution;
import org.gardefroid.vaccines.ProductProfile.Validation;
import org.gardefroid.vaccines.Storage;
import org.gardefroid.vaccines.TemperatureBand;

/**
 * A mission of an invented product, told in minutes after eight o'clock: 2 to 8 °C; 2 h between 8 and 30 °C unopened,
 * within 4 h in all; once diluted 6 h at 2 to 30 °C, and as long in the syringe; freezes at −0.5 °C; half an hour may be
 * unobserved.
 */
final class Case {

    static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    static final ProductId PRODUCT = new ProductId("testovax");

    private final List<CustodyEvent> events = new ArrayList<>();
    private final List<Observed> readings = new ArrayList<>();
    private final List<ProductProfile> profiles = new ArrayList<>();
    private Optional<Temperature> forecast = Optional.empty();

    static Instant at(double minute) {
        return EIGHT.plusMillis(Math.round(minute * 60_000));
    }

    static Duration minutes(double minutes) {
        return Duration.ofMillis(Math.round(minutes * 60_000));
    }

    static TemperatureBand band(double lowest, double highest) {
        return new TemperatureBand(Temperature.ofCelsius(lowest), Temperature.ofCelsius(highest));
    }

    static Budget budget(String name, double hours, Budget.Counts counts) {
        return new Budget(name, band(8, 30), Optional.of(minutes(hours * 60)), counts);
    }

    static final Storage STORAGE = new Storage(List.of(), Optional.of(band(2, 8)),
            Optional.of(Temperature.ofCelsius(-0.5)),
            List.of(budget("unopened", 2, Budget.Counts.UNOPENED), budget("total", 4, Budget.Counts.ALWAYS)),
            Optional.of(minutes(30)));

    static ProductProfile profile(ProductId product, Storage storage, boolean signed) {
        return new ProductProfile(product, 3, LocalDate.of(2026, 3, 1), "made up",
                signed ? Optional.of(new Validation("Dr Martin", LocalDate.of(2026, 3, 1))) : Optional.empty(),
                product.value(), product.value(), List.of(), List.of(), Optional.of(6), storage,
                Map.of(VialStep.DILUTED, new InUse.Lasts(minutes(360), band(2, 30), Optional.of(minutes(5))),
                        VialStep.DRAWN_UP, new InUse.CountsFrom(VialStep.DILUTED)),
                Optional.of(minutes(10)), List.of(Precaution.FREEZE_SENSITIVE), Optional.of("the maker"));
    }

    static ProductProfile inUse(ProductProfile of, Map<VialStep, InUse> inUse) {
        return varied(of, of.gtins(), inUse);
    }

    static ProductProfile coded(ProductProfile of, Gtin gtin) {
        return varied(of, List.of(gtin), of.inUse());
    }

    private static ProductProfile varied(ProductProfile of, List<Gtin> gtins, Map<VialStep, InUse> inUse) {
        return new ProductProfile(of.product(), of.revision(), of.revised(), of.source(), of.validation(), of.nameFr(),
                of.nameEn(), gtins, of.lots(), of.dosesPerVial(), of.storage(), inUse, of.tolerance(),
                of.precautions(), of.contact());
    }

    /** A lot in the box since eight, that nothing had happened to. */
    static Case inTheBox() {
        return new Case().event(0, "kind", "placed", "lot", "A", "equipment", "box", "openingExposure", "none");
    }

    Case with(ProductProfile profile) {
        profiles.add(profile);
        return this;
    }

    /** Members and their values by turns; a value that is a number or an object is written so. */
    Case event(double minute, String... members) {
        return take(Optional.of(at(minute)), members);
    }

    Case undated(String... members) {
        return take(Optional.empty(), members);
    }

    private Case take(Optional<Instant> at, String... members) {
        StringBuilder json = new StringBuilder("{");
        at.ifPresent(time -> json.append("\"at\":\"").append(time).append("\","));
        for (int i = 0; i < members.length; i += 2) {
            String value = members[i + 1];
            boolean isText = !value.startsWith("{") && !members[i].equals("doses") && !members[i].equals("order");
            json.append(i == 0 ? "" : ",").append('"').append(members[i]).append("\":")
                    .append(isText ? '"' + value + '"' : value);
        }
        events.add(new EventReader(ZoneOffset.UTC).read(JsonObject.parse(json.append('}').toString()), events.size()));
        return this;
    }

    /** So warm in a place from one minute to another, both included, read every minute. */
    Case read(String where, int from, int to, double celsius) {
        for (int minute = from; minute <= to; minute++) {
            readings.add(new Observed(at(minute), new PlaceId(where), Temperature.ofCelsius(celsius)));
        }
        return this;
    }

    Case forecast(double celsius) {
        forecast = Optional.of(Temperature.ofCelsius(celsius));
        return this;
    }

    List<CustodyEvent> events() {
        return events;
    }

    List<Observed> readings() {
        return readings;
    }

    Mission.Question question(double now) {
        return new Mission.Question(at(now), Optional.of(minutes(3)), forecast);
    }

    Mission mission() {
        Mission mission = new Mission(profiles.isEmpty() ? List.of(profile(PRODUCT, STORAGE, true)) : profiles);
        events.forEach(mission::add);
        readings.forEach(mission::add);
        return mission;
    }

    Judgement judge(double now, String container) {
        return mission().judge(question(now)).stream()
                .filter(judgement -> judgement.container().toString().equals(container)).findFirst().orElseThrow();
    }
}
