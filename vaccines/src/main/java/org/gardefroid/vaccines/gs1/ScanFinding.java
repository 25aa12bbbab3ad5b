package org.gardefroid.vaccines.gs1;

import java.time.LocalDate;
import java.util.List;
import org.gardefroid.vaccines.Gtin;

/** What a label has against being given now. */
public sealed interface ScanFinding {

    /** The key of the text that tells a person of it; the text's parameters are the finding's own fields. */
    String messageKey();

    /** The label names no product: what is in the hand is not known. */
    record ProductNotRead() implements ScanFinding {
        @Override
        public String messageKey() {
            return "scan-check.product-not-read";
        }
    }

    /** No lot of this product is expected. */
    record UnknownProduct(Gtin gtin) implements ScanFinding {
        @Override
        public String messageKey() {
            return "scan-check.unknown-product";
        }
    }

    /** The product is expected, and the label does not say of which lot it is. */
    record LotNotRead(List<String> expected) implements ScanFinding {
        public LotNotRead {
            expected = List.copyOf(expected);
        }

        @Override
        public String messageKey() {
            return "scan-check.lot-not-read";
        }
    }

    /** The product is expected, but not of this lot. */
    record WrongLot(String lot, List<String> expected) implements ScanFinding {
        public WrongLot {
            expected = List.copyOf(expected);
        }

        @Override
        public String messageKey() {
            return "scan-check.wrong-lot";
        }
    }

    /** @param expiry the last day on which it might have been used */
    record ExpiredLot(LocalDate expiry) implements ScanFinding {
        @Override
        public String messageKey() {
            return "scan-check.expired-lot";
        }
    }

    /** The label and the register disagree. */
    record OtherExpiry(LocalDate onTheLabel, LocalDate registered) implements ScanFinding {
        @Override
        public String messageKey() {
            return "scan-check.other-expiry";
        }
    }
}
