package org.gardefroid.alerting;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RuleNumbersTest {

    static Stream<Rule> rules() {
        return Preset.ALL.stream()
                .flatMap(preset -> Stream.concat(preset.rules().stream(), preset.offered(ZoneOffset.UTC).stream()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleOfWhichNoNumberIsEditedStaysAsItIsToTheLastDigit(Rule rule) {
        assertThat(RuleNumbers.with(rule, rule.severity(), Map.of())).isEqualTo(rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachOfItsNumbersCanBeEditedByItself(Rule rule) {
        List<Figure> numbers = RuleNumbers.of(rule);
        assertThat(numbers).isNotEmpty();
        for (Figure number : numbers) {
            BigDecimal other = number.least().add(BigDecimal.valueOf(3));
            Rule edited = RuleNumbers.with(rule, Severity.CRITICAL, Map.of(number.name(), other));
            assertThat(edited.name()).isEqualTo(rule.name());
            assertThat(edited.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(RuleNumbers.of(edited)).as(number.name()).hasSameSizeAs(numbers)
                    .allSatisfy(after -> assertThat(after.value()).isEqualByComparingTo(
                            after.name().equals(number.name()) ? other : value(numbers, after.name())));
        }
    }

    private static BigDecimal value(List<Figure> numbers, String name) {
        return numbers.stream().filter(number -> number.name().equals(name)).findFirst().orElseThrow().value();
    }
}
