package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gardefroid.vaccines.ProductProfile;

/**
 * Why a verdict is what it is.
 *
 * @param since from when on, where that is known
 * @param values what the sentence about it names: temperatures, durations, instants, texts; in the order of its text
 */
public record Ground(Code code, Optional<Instant> since, List<Object> values) {

    /** What may be told. The code is in outputs and message bundles, for ever. */
    public enum Code {
        /** The in-use time of a step has run out. */
        IN_USE_TIME_OVER(Ruling.TIME_OVER),
        LABEL_EXPIRED(Ruling.TIME_OVER),
        /** Whatever happened unobserved, the budget is spent. */
        BUDGET_SPENT(Ruling.TIME_OVER),
        /** With what was not observed, the budget may be spent. */
        BUDGET_PERHAPS_SPENT(Ruling.ISOLATE),
        UNOBSERVED_TOO_LONG(Ruling.ISOLATE),
        FROZEN(Ruling.ISOLATE),
        REFROZEN(Ruling.ISOLATE),
        /** It left every band that the profile allows it, for longer than the profile tolerates. */
        OUT_OF_BAND(Ruling.ISOLATE),
        /** It was out of its freezer's band, and nobody recorded the thawing. */
        THAW_NOT_RECORDED(Ruling.ISOLATE),
        /** <i>Budget antérieur inconnu.</i> */
        OPENING_EXPOSURE_UNKNOWN(Ruling.ISOLATE),
        FIGURE_MISSING(Ruling.ISOLATE),
        PROFILE_NOT_SIGNED(Ruling.ISOLATE),
        NO_PROFILE(Ruling.ISOLATE),
        /** <i>Heure inconnue.</i> */
        TIME_UNKNOWN(Ruling.ISOLATE),
        MIXED_UP(Ruling.ISOLATE),
        /** A syringe whose drawing was taken back. */
        DRAWING_VOIDED(Ruling.ISOLATE),
        /** The program could not make anything of what is recorded of it. */
        NOT_JUDGED(Ruling.ISOLATE),
        FINISHED(Ruling.ISOLATE),
        /** A pharmacist has signed that it, or what it came from, is to be destroyed, and nobody has released it since. */
        SIGNED_TO_DESTROY(Ruling.ISOLATE),
        /** More was taken out of a vial than it holds: the count is wrong, or something else got into it. */
        TOO_MANY_DOSES(Ruling.ISOLATE),
        /** Nothing is left to be taken out of it. */
        ALL_DOSES_TAKEN(Ruling.USABLE),
        /** Nobody has said how long its label allows: that deadline is missing among those that count. */
        EXPIRY_UNSAID(Ruling.USABLE),
        /** Of several products it may be the one with the least time counts. */
        PRODUCT_NOT_CHOSEN(Ruling.USABLE),
        /** A start that was taken back, by whom and why. */
        START_VOIDED(Ruling.USABLE);

        private final Ruling leadsTo;

        Code(Ruling leadsTo) {
            this.leadsTo = leadsTo;
        }

        Ruling leadsTo() {
            return leadsTo;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Ground {
        values = List.copyOf(values);
    }

    static Ground of(Code code, Object... values) {
        return new Ground(code, Optional.empty(), List.of(values));
    }

    static Ground since(Code code, Instant since, Object... values) {
        return new Ground(code, Optional.of(since), List.of(values));
    }

    /** A figure that the profile does not have: neither nothing nor unlimited. */
    static Ground missing(ProductProfile profile, String figure) {
        return of(Code.FIGURE_MISSING, figure, contact(profile));
    }

    /** Whom to ask. */
    static String contact(ProductProfile profile) {
        return profile.contact().orElse("-");
    }

    /** Whether it keeps a container from being usable. */
    public boolean holds() {
        return code.leadsTo() != Ruling.USABLE;
    }
}
