package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.ContainerId.Kind;
import org.gardefroid.vaccines.custody.Ground.Code;

/** What was taken out of one vial, held against what its profile says that it holds. */
final class Doses {

    private Doses() {}

    /** Some that left the vial, into an arm or a syringe. */
    private record Taken(Instant when, int doses) {}

    static Optional<Ground> ground(Custody custody, Life life, ProductProfile profile) {
        if (life.container().kind() != Kind.VIAL || profile.dosesPerVial().isEmpty()) {
            return Optional.empty();
        }
        int held = profile.dosesPerVial().get();
        int sum = 0;
        Optional<Instant> last = Optional.empty();
        Optional<Instant> tooMany = Optional.empty();
        for (Taken taken : taken(custody, life)) {
            sum = Math.addExact(sum, taken.doses());
            last = Optional.of(taken.when());
            if (sum > held && tooMany.isEmpty()) {
                tooMany = last;
            }
        }
        if (tooMany.isPresent()) {
            return Optional.of(Ground.since(Code.TOO_MANY_DOSES, tooMany.get(), sum, held));
        }
        return sum == held ? Optional.of(Ground.since(Code.ALL_DOSES_TAKEN, last.get(), sum)) : Optional.empty();
    }

    /** In order. What is given out of a syringe left its vial when it was drawn up; a drawing that was taken back did not. */
    private static List<Taken> taken(Custody custody, Life vial) {
        List<Taken> taken = new ArrayList<>();
        for (Moment moment : vial.moments()) {
            switch (moment.event().what()) {
                case Happening.Used(var of, var label, int doses) -> taken.add(new Taken(moment.when(), doses));
                case Happening.DrewUp(var of, var syringe, var label, var equipment) when stands(custody, syringe) ->
                    taken.add(new Taken(moment.when(), 1));
                default -> { // nothing left it
                }
            }
        }
        return taken;
    }

    private static boolean stands(Custody custody, ContainerId syringe) {
        return custody.starts(custody.life(syringe)).stream().anyMatch(start -> start.counts()
                && start.step() == VialStep.DRAWN_UP && start.container().equals(syringe));
    }
}
