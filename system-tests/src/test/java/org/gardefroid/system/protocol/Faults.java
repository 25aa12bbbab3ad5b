package org.gardefroid.system.protocol;

import java.util.SplittableRandom;

/**
 * Which faults one schedule has, and how bad. Each schedule has only some: all at once would hide what two of them do
 * together.
 */
record Faults(
        double loss,
        double duplication,
        double slow,
        double refusedByLink,
        boolean cuts,
        boolean agentCrashes,
        boolean powerCuts,
        boolean restoredCards,
        boolean lostWrites,
        boolean smallCard,
        double cardFullForNow,
        boolean untrustedClocks,
        boolean clockSteps,
        boolean serviceCrashes,
        boolean servicePauses,
        boolean databaseAway,
        double ambiguousCommit,
        boolean restoredDatabase,
        double poison,
        int instances,
        int agents) {

    static Faults draw(SplittableRandom random) {
        return new Faults(
                some(random, 0.5, 0.5),
                some(random, 0.4, 0.4),
                some(random, 0.4, 0.4),
                some(random, 0.3, 0.3),
                random.nextDouble() < 0.5,
                random.nextDouble() < 0.4,
                random.nextDouble() < 0.3,
                random.nextDouble() < 0.25,
                random.nextDouble() < 0.25,
                random.nextDouble() < 0.2,
                some(random, 0.15, 0.3),
                random.nextDouble() < 0.4,
                random.nextDouble() < 0.3,
                random.nextDouble() < 0.4,
                random.nextDouble() < 0.25,
                random.nextDouble() < 0.3,
                some(random, 0.25, 0.3),
                random.nextDouble() < 0.25,
                some(random, 0.15, 0.05),
                random.nextDouble() < 0.5 ? 2 : 1,
                random.nextDouble() < 0.3 ? 2 : 1);
    }

    private static double some(SplittableRandom random, double probability, double most) {
        return random.nextDouble() < probability ? random.nextDouble() * most : 0;
    }
}
