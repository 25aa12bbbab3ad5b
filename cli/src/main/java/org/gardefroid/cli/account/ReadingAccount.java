package org.gardefroid.cli.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was made against what is stored, as multisets.
 *
 * @param lost promised and not stored
 * @param duplicated stored more often than made
 */
public record ReadingAccount(long made, long stored, long lost, long duplicated) {

    static ReadingAccount of(List<Made> promised, List<Made> unpromised, List<Made> stored) {
        Map<Made, Integer> open = new HashMap<>();
        promised.forEach(one -> open.merge(one, 1, Integer::sum));
        Map<Made, Integer> maybe = new HashMap<>();
        unpromised.forEach(one -> maybe.merge(one, 1, Integer::sum));
        long duplicated = 0;
        long storedOfUnpromised = 0;
        for (Made one : stored) {
            if (open.merge(one, -1, Integer::sum) < 0) {
                open.put(one, 0);
                if (maybe.merge(one, -1, Integer::sum) < 0) {
                    duplicated++;
                } else {
                    storedOfUnpromised++;
                }
            }
        }
        long lost = open.values().stream().mapToLong(Integer::longValue).sum();
        return new ReadingAccount(promised.size() + storedOfUnpromised, stored.size(), lost, duplicated);
    }
}
