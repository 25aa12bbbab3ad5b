package org.gardefroid.telemetry.wire;

import java.util.Optional;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.VoidReason;
import org.jspecify.annotations.Nullable;

/** The records whose names begin with a vial's: the part after the kind, and the value, to the event. */
final class VialRecords {

    private VialRecords() {}

    static String endName(Event.VialEnded ended) {
        return "vial-end/" + ended.vial() + ended.container().map(container -> "/" + container).orElse("");
    }

    static Event handled(String subject, String code, @Nullable String drawnFrom) throws Refusal {
        int slash = subject.indexOf('/');
        VialStep step = VialStep.ofCode(code)
                .orElseThrow(() -> new Refusal(Rejection.UNKNOWN_NAME, "no such step: " + code));
        if (slash < 0) {
            throw new Refusal(Rejection.UNKNOWN_NAME, "no such record: vial/" + subject);
        }
        return new Event.VialHandled(new VialId(subject.substring(0, slash)),
                new ProductId(subject.substring(slash + 1)), step, Optional.ofNullable(drawnFrom).map(VialId::new));
    }

    static Event ofLot(String subject, String lot) {
        return new Event.VialOfLot(new VialId(subject), new LotNumber(lot));
    }

    static Event voided(String subject, String text) throws Refusal {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw Refusal.malformed("who takes a start back is named, after a slash: " + text);
        }
        VoidReason reason = VoidReason.ofCode(text.substring(0, slash))
                .orElseThrow(() -> new Refusal(Rejection.UNKNOWN_NAME, "no such reason to take a start back: " + text));
        return new Event.StartVoided(new VialId(subject), reason, text.substring(slash + 1));
    }

    static Event ended(String subject, String code) throws Refusal {
        VialEnd end = VialEnd.ofCode(code)
                .orElseThrow(() -> new Refusal(Rejection.UNKNOWN_NAME, "no such end of a vial: " + code));
        int slash = subject.indexOf('/');
        return slash < 0
                ? new Event.VialEnded(new VialId(subject), end, Optional.empty())
                : new Event.VialEnded(new VialId(subject.substring(0, slash)), end,
                        Optional.of(subject.substring(slash + 1)));
    }
}
