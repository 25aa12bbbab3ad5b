package org.gardefroid.edge.box;

import java.util.List;
import java.util.stream.Collectors;
import org.gardefroid.vaccines.Reason;
import org.gardefroid.vaccines.Verdict;

/** A verdict in the words that a person at the box reads. */
public record Spoken(String french, String english) {

    static Spoken of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Usable(var product, int revision, var until) -> until
                    .map(at -> new Spoken("utilisable jusqu'à " + at, "usable until " + at))
                    .orElse(new Spoken("utilisable", "usable"));
            case Verdict.Isolate(List<Reason> reasons) -> because("à isoler", "set apart", reasons);
            case Verdict.TimeExceeded(List<Reason> reasons) -> because("délai dépassé", "time exceeded", reasons);
        };
    }

    private static Spoken because(String french, String english, List<Reason> reasons) {
        List<Spoken> why = reasons.stream().map(Spoken::of).toList();
        return new Spoken(french + " : " + why.stream().map(Spoken::french).collect(Collectors.joining(", ")),
                english + ": " + why.stream().map(Spoken::english).collect(Collectors.joining(", ")));
    }

    private static Spoken of(Reason reason) {
        return switch (reason) {
            case Reason.InUseTimeOver over ->
                new Spoken("fin d'utilisation " + over.deadline().at(), "in-use time ended " + over.deadline().at());
            case Reason.TimeUnknown unknown -> new Spoken("heure inconnue", "time unknown");
            case Reason.FigureMissing missing -> new Spoken("aucune durée connue après " + missing.step().code(),
                    "no time known after " + missing.step().code());
            case Reason.ProfileNotSigned unsigned ->
                new Spoken("profil non signé", "profile not signed");
            case Reason.NoProfile none -> new Spoken("produit inconnu", "unknown product");
            case Reason.MixedUp mixedUp -> new Spoken("deux produits pour un flacon", "two products for one vial");
            case Reason.Finished finished -> new Spoken("terminé " + finished.at(), "finished " + finished.at());
        };
    }
}
