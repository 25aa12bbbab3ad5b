package org.gardefroid.edge.box;

import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.LotWay;

/**
 * Unopened doses of a lot that are in an equipment of this box, and what is said of them.
 *
 * @param name the product's, in French and English
 * @param way by which they came, or one of several
 * @param light what they ask of whoever stands before the box
 */
public record PlacedLot(Spoken name, LotWay way, Light light, Judgement judgement) {

    static PlacedLot of(LotWay way, LastJudgement last) {
        String product = way.label().product().map(ProductId::value).orElse("?");
        Spoken name = last.get().judgedBy().map(profile -> new Spoken(profile.nameFr(), profile.nameEn()))
                .orElse(new Spoken(product, product));
        // What was so when the lot was put in is known to whoever did it.
        Light light = last.light() == Light.LOOK && last.get().warning().isEmpty() ? Light.GOOD : last.light();
        return new PlacedLot(name, way, light, last.get());
    }

    /** The end of the last day on its label. */
    public Optional<Instant> expiry() {
        return way.label().expiry();
    }
}
