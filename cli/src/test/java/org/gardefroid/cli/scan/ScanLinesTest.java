package org.gardefroid.cli.scan;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.gardefroid.vaccines.gs1.ScanReader;
import org.gardefroid.vaccines.gs1.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScanLinesTest {

    private final ScanLines lines = new ScanLines(new ScanReader(LocalDate.of(2026, 11, 22)));

    @Test
    void eachLineHasItsAnswerInOrderAndAnEmptyOneToo() throws Exception {
        var out = new ByteArrayOutputStream();
        lines.read(new BufferedReader(new StringReader("3400935137401\n\n(10)A(21)B\n")),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        List<String> answers = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).isEqualTo("{\"gtin\":\"03400935137401\"}");
        assertThat(answers.get(1)).startsWith("{\"error\":\"");
        assertThat(answers.get(2)).isEqualTo("{\"lot\":\"A\",\"serial\":\"B\"}");
    }

    @Test
    void theExpiryIsADateAndTheLastDayThatIsMeant() {
        assertThat(lines.answer("]d201034009351374011727020010A69")).isEqualTo(
                "{\"gtin\":\"03400935137401\",\"lot\":\"A69\",\"expiry\":\"2027-02-28\"}");
    }

    @Test
    void anErrorNamesTheValueAndWhatWasExpected() {
        assertThat(lines.answer("3400935137400")).contains("3400935137400", " 1\"");
    }

    @ParameterizedTest
    @EnumSource(Unreadable.Fault.class)
    void everyFaultHasAText(Unreadable.Fault fault) {
        assertThat(ResourceBundle.getBundle("org.gardefroid.cli.Words", Locale.ROOT).keySet())
                .contains(new Unreadable(fault, List.of()).messageKey());
    }
}
