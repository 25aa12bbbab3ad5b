package org.gardefroid.telemetry;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumberSetTest {

    @Test
    void numbersInARowAreOneRange() {
        assertThat(NumberSet.of(3, 1, 2).ranges()).containsExactly(new NumberRange(1, 3));
    }

    @Test
    void theWatermarkEndsBeforeTheFirstHole() {
        assertThat(NumberSet.of(1, 2, 4).watermark()).isEqualTo(2);
        assertThat(NumberSet.of(2, 3).watermark()).isZero();
        assertThat(NumberSet.EMPTY.watermark()).isZero();
    }

    @Property
    void equalSetsAreEqualInWhateverOrderTheyGrew(@ForAll Set<@LongRange(min = 1, max = 60) Long> numbers) {
        NumberSet oneByOne = NumberSet.EMPTY;
        for (long number : numbers) {
            oneByOne = oneByOne.with(number);
        }
        assertThat(oneByOne).isEqualTo(setOf(new TreeSet<>(numbers)));
    }

    @Property
    void isTheSetItSaysItIs(@ForAll Set<@LongRange(min = 1, max = 40) Long> a,
            @ForAll Set<@LongRange(min = 1, max = 40) Long> b) {
        NumberSet first = setOf(a);
        NumberSet second = setOf(b);
        assertThat(numbersIn(first)).isEqualTo(new TreeSet<>(a));
        assertThat(numbersIn(first.union(second))).isEqualTo(with(a, b));
        assertThat(numbersIn(first.minus(second))).isEqualTo(without(a, b));
        assertThat(numbersIn(first.intersect(second))).isEqualTo(without(a, without(a, b)));
        assertThat(first.size()).isEqualTo(a.size());
        assertThat(first.greatest()).isEqualTo(a.stream().max(Long::compare).orElse(0L));
    }

    private static NumberSet setOf(Set<Long> numbers) {
        return new NumberSet(numbers.stream().map(number -> new NumberRange(number, number)).toList());
    }

    private static Set<Long> numbersIn(NumberSet set) {
        return LongStream.rangeClosed(1, 60).filter(set::contains).boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Long> with(Set<Long> a, Set<Long> b) {
        Set<Long> all = new TreeSet<>(a);
        all.addAll(b);
        return all;
    }

    private static Set<Long> without(Set<Long> a, Set<Long> b) {
        Set<Long> left = new TreeSet<>(a);
        left.removeAll(b);
        return left;
    }
}
