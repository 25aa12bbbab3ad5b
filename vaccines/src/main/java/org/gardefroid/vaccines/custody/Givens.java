package org.gardefroid.vaccines.custody;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gardefroid.vaccines.custody.Judgement.Given;

/** The doses that were given from a container, or from what was taken out of it. */
final class Givens {

    private Givens() {}

    static List<Given> of(Custody custody, Life life) {
        List<Given> all = new ArrayList<>();
        for (Life other : custody.lives()) {
            if (comesFrom(other, life)) {
                for (Moment moment : other.moments()) {
                    if (moment.event().what() instanceof Happening.Used(var container, var label, int doses)) {
                        all.add(new Given(moment.when(), container, doses));
                    }
                }
            }
        }
        all.sort(Comparator.comparing(Given::at).thenComparing(Given::container));
        return List.copyOf(all);
    }

    private static boolean comesFrom(Life other, Life life) {
        return other == life || other.from().filter(whole -> comesFrom(whole, life)).isPresent();
    }
}
