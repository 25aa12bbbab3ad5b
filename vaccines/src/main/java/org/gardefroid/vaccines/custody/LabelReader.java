package org.gardefroid.vaccines.custody;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.RefusedValue;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.vaccines.Gtin;
import org.gardefroid.vaccines.custody.ContainerId.Kind;

/** What an event says of a container's label. */
final class LabelReader {

    private final ZoneId zone;

    /** @param zone in which a label's last day ends */
    LabelReader(ZoneId zone) {
        this.zone = zone;
    }

    Label read(JsonObject json, ContainerId of) {
        Label within = within(json, of);
        return new Label(within.lot(), within.vial(),
                json.has("product") ? Optional.of(json.as("product", ProductId::new)) : Optional.empty(),
                json.has("gtin") ? Optional.of(json.as("gtin", LabelReader::gtin)) : Optional.empty(),
                json.optionalText("lotNumber"),
                json.has("expiry")
                        ? Optional.of(json.as("expiry", this::expiry))
                        : Optional.empty());
    }

    /** Only what it is of: for an event whose product is not the label's. */
    static Label within(JsonObject json, ContainerId of) {
        return new Label(of.kind() == Kind.LOT ? Optional.empty() : named(json, "lot", Kind.LOT),
                of.kind() == Kind.SYRINGE ? named(json, "vial", Kind.VIAL) : Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<ContainerId> named(JsonObject json, String member, Kind kind) {
        return json.has(member) ? Optional.of(json.as(member, name -> new ContainerId(kind, name))) : Optional.empty();
    }

    /** A CIP13 is the GTIN-14 without the 0 before it. */
    private static Gtin gtin(String text) {
        return new Gtin(text.length() == 13 ? "0" + text : text);
    }

    /** The end of the day, or of the month's last day: not that of the clock of whoever wrote the event. */
    private Instant expiry(String text) {
        try {
            if (text.length() > "2026-12-31".length()) {
                return RecordedTime.checked(Instant.parse(text));
            }
            LocalDate last = text.length() == "2026-12".length()
                    ? YearMonth.parse(text).atEndOfMonth()
                    : LocalDate.parse(text);
            return RecordedTime.checked(last.plusDays(1).atStartOfDay(zone).toInstant());
        } catch (DateTimeException e) {
            throw new RefusedValue("ni un jour (2026-12-31), ni un mois (2026-12), ni un instant : « " + text + " »",
                    "not a day (2026-12-31), a month (2026-12) or an instant: \"" + text + '"');
        }
    }
}
