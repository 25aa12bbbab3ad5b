package org.gardefroid.vaccines;

import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialStep;

/** Why a vial may not be used. */
public sealed interface Reason {

    /** The key of the text that tells a person of it; the text's parameters are the reason's own fields. */
    String messageKey();

    record InUseTimeOver(Deadline deadline) implements Reason {
        @Override
        public String messageKey() {
            return deadline.by().isPresent() ? "reason.in-use-time-over" : "reason.label-expired";
        }
    }

    record TimeUnknown() implements Reason {
        @Override
        public String messageKey() {
            return "reason.time-unknown";
        }
    }

    /** @param contact the manufacturer's, where the profile has one */
    record FigureMissing(VialStep step, Optional<String> contact) implements Reason {
        @Override
        public String messageKey() {
            return "reason.figure-missing";
        }
    }

    /** No pharmacist has signed the profile. */
    record ProfileNotSigned(int revision) implements Reason {
        @Override
        public String messageKey() {
            return "reason.profile-not-signed";
        }
    }

    record NoProfile(ProductId product) implements Reason {
        @Override
        public String messageKey() {
            return "reason.no-profile";
        }
    }

    record MixedUp() implements Reason {
        @Override
        public String messageKey() {
            return "reason.mixed-up";
        }
    }

    record Finished(Instant at) implements Reason {
        @Override
        public String messageKey() {
            return "reason.finished";
        }
    }
}
