package org.gardefroid.vaccines.gs1;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.vaccines.Gtin;

/** Holds a label against the lots that are meant to be given, before the dose is. Nothing found: nothing speaks against it. */
public record ScanCheck(List<ExpectedLot> expected) {

    public ScanCheck {
        expected = List.copyOf(expected);
    }

    /** @param today at the place of giving; a lot may be used until the end of the day of its expiry */
    public List<ScanFinding> check(Label label, LocalDate today) {
        List<ScanFinding> findings = new ArrayList<>();
        Optional<ExpectedLot> found = find(label, findings);
        Optional<LocalDate> registered = found.flatMap(ExpectedLot::expiry);
        Stream.concat(label.expiry().stream(), registered.stream()).sorted().findFirst()
                .filter(expiry -> expiry.isBefore(today)).map(ScanFinding.ExpiredLot::new).ifPresent(findings::add);
        if (label.expiry().isPresent() && registered.isPresent() && !label.expiry().equals(registered)) {
            findings.add(new ScanFinding.OtherExpiry(label.expiry().get(), registered.get()));
        }
        return findings;
    }

    private Optional<ExpectedLot> find(Label label, List<ScanFinding> findings) {
        if (label.gtin().isEmpty()) {
            findings.add(new ScanFinding.ProductNotRead());
            return Optional.empty();
        }
        Gtin gtin = label.gtin().get();
        List<ExpectedLot> ofProduct = expected.stream().filter(each -> each.gtin().equals(gtin)).toList();
        List<String> lots = ofProduct.stream().map(ExpectedLot::lot).toList();
        if (ofProduct.isEmpty()) {
            findings.add(new ScanFinding.UnknownProduct(gtin));
            return Optional.empty();
        }
        if (label.lot().isEmpty()) {
            findings.add(new ScanFinding.LotNotRead(lots));
            return Optional.empty();
        }
        String lot = label.lot().get();
        Optional<ExpectedLot> same = ofProduct.stream().filter(each -> each.lot().equals(lot)).findFirst();
        if (same.isEmpty()) {
            findings.add(new ScanFinding.WrongLot(lot, lots));
        }
        return same;
    }
}
