package org.gardefroid.edge.box;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.LotWay;
import org.gardefroid.vaccines.custody.LotWayJson;
import org.gardefroid.vaccines.gs1.ExpectedLot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lots of a brief, as far as they can be read. */
public final class LotsInForce {

    private static final Logger LOG = LoggerFactory.getLogger(LotsInForce.class);

    /** Of a QR code (ISO/IEC 15424), which some scanners send before its text. */
    private static final Pattern SYMBOLOGY = Pattern.compile("^]Q[0-9]");

    private LotsInForce() {}

    /** Also those that have left. */
    public static List<LotWay> of(Brief brief) {
        List<LotWay> ways = new ArrayList<>();
        for (String lot : brief.lots()) {
            try {
                ways.add(LotWayJson.read(lot));
            } catch (JsonProblem e) { // then nobody put it here: its vials' label is not known either
                LOG.warn("lot unreadable reason=\"{}\"", e.getMessage());
            }
        }
        return List.copyOf(ways);
    }

    /** Those that are there. */
    public static List<LotWay> now(Brief brief) {
        return of(brief).stream().filter(way -> way.until().isEmpty()).toList();
    }

    /** The vial that bears a label of ours with this text, however the scanner was set up to send it. */
    public static Optional<Brief.LabelledVial> labelled(Brief brief, String scanned) {
        String label = SYMBOLOGY.matcher(scanned.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
        return brief.vials().stream().filter(vial -> vial.vial().value().equals(label)).findAny();
    }

    /** What a label must say of a vial that is opened here. */
    public static List<ExpectedLot> expected(Brief brief, List<ProductProfile> profiles, ZoneId zone) {
        List<ExpectedLot> expected = new ArrayList<>();
        for (LotWay way : now(brief)) {
            Optional<LocalDate> last = way.label().expiry().map(end -> LocalDate.ofInstant(end.minusMillis(1), zone));
            String number = way.label().lotNumber().orElse(way.lot().name());
            Stream.concat(way.label().gtin().stream(), profiles.stream()
                    .filter(profile -> way.label().product().filter(profile.product()::equals).isPresent())
                    .flatMap(profile -> profile.gtins().stream())).distinct()
                    .forEach(gtin -> expected.add(new ExpectedLot(gtin, number, last)));
        }
        return expected;
    }
}
