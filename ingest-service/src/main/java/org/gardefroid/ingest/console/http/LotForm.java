package org.gardefroid.ingest.console.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.ingest.console.view.Words;
import org.gardefroid.ingest.lots.LotEntry;
import org.gardefroid.ingest.lots.LotMove;
import org.gardefroid.ingest.lots.LotRefused;
import org.gardefroid.ingest.lots.OpeningExposure;
import org.gardefroid.vaccines.Gtin;
import org.gardefroid.vaccines.gs1.Label;
import org.gardefroid.vaccines.gs1.ScanReader;
import org.gardefroid.vaccines.gs1.Unreadable;

/** What a person wrote of a lot. An empty time is now; a time without an offset is in the console's zone. */
record LotForm(Form form, Words words) {

    /** For what was written that cannot be read. */
    private static LotRefused unreadable(String key, String text) {
        return LotRefused.of(key, text);
    }

    /** The code on the box, where it was scanned, goes before what was typed beside it. */
    LotEntry lot() {
        Optional<Label> label = label();
        return new LotEntry(form.text("product").strip().toLowerCase(Locale.ROOT),
                label.flatMap(Label::gtin).or(this::gtin),
                label.flatMap(Label::lot).orElseGet(() -> form.text("number").strip()),
                label.flatMap(Label::expiry).orElseGet(this::expiry), time("thawedAt"), opening());
    }

    private Optional<Label> label() {
        String scanned = form.text("scan").strip();
        if (scanned.isEmpty()) {
            return Optional.empty();
        }
        return switch (new ScanReader(words.now().atZone(words.zone()).toLocalDate()).read(scanned)) {
            case Label label -> Optional.of(label);
            case Unreadable unreadable -> throw unreadable("lot.refused.scan", scanned);
        };
    }

    private Optional<Gtin> gtin() {
        String text = form.text("gtin").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Gtin(text.length() == 13 ? "0" + text : text));
        } catch (IllegalArgumentException e) {
            throw unreadable("lot.refused.gtin", text);
        }
    }

    private LocalDate expiry() {
        String text = form.text("expires").strip();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw unreadable("lot.refused.expiry", text);
        }
    }

    /** Three answers: never out, so long, and nobody knows. */
    Optional<OpeningExposure> opening() {
        return switch (form.text("opening")) {
            case "none" -> Optional.of(OpeningExposure.NONE);
            case "minutes" -> Optional.of(new OpeningExposure(whole("openingMinutes"),
                    form.text("openingLowest").isBlank()
                            ? OptionalInt.empty()
                            : OptionalInt.of(milliCelsius("openingLowest")),
                    milliCelsius("openingHighest")));
            default -> Optional.empty();
        };
    }

    private int milliCelsius(String field) {
        String text = form.text(field).strip().replace(',', '.');
        try {
            return new BigDecimal(text).movePointRight(3).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw unreadable("lot.refused.celsius", text);
        }
    }

    String from() {
        return form.text("from");
    }

    String to() {
        return form.text("to");
    }

    LotMove move() {
        return new LotMove(from(), to(), doses(), at(), form.text("thaws").equals("on"));
    }

    String reason() {
        return form.text("reason");
    }

    int doses() {
        return whole("doses");
    }

    int vials() {
        return whole("vials");
    }

    Instant at() {
        return time("at").orElse(words.now());
    }

    /** Empty where nothing was written. */
    Optional<Instant> time(String field) {
        String text = form.text(field).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(text.endsWith("Z") || text.lastIndexOf('+') > 0
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(words.zone()).toInstant());
        } catch (DateTimeException e) {
            throw unreadable("lot.refused.time", text);
        }
    }

    private int whole(String field) {
        String text = form.text(field).strip();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw unreadable("lot.refused.whole", text);
        }
    }
}
