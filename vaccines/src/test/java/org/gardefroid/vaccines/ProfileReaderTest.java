package org.gardefroid.vaccines;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.ProductProfile.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.telemetry.VialStep.DILUTED;
import static org.gardefroid.telemetry.VialStep.DRAWN_UP;
import static org.gardefroid.telemetry.VialStep.PUNCTURED;
import static org.gardefroid.telemetry.VialStep.RECONSTITUTED;
import static org.gardefroid.telemetry.VialStep.THAWED;

class ProfileReaderTest {

    private static final String PRIORIX = ExampleProfiles.document(ExampleProfiles.PRIORIX);

    @Test
    void priorixIsGoodForEightHoursOnceReconstituted() {
        ProductProfile profile = ExampleProfiles.named(ExampleProfiles.PRIORIX);
        assertThat(profile.inUse()).isEqualTo(Map.of(
                RECONSTITUTED, new InUse.Lasts(Duration.ofHours(8), band(2, 8)),
                DRAWN_UP, new InUse.CountsFrom(RECONSTITUTED)));
        assertThat(profile.gtins()).containsExactly(new Gtin("03400935137401"));
        assertThat(profile.dosesPerVial()).contains(1);
    }

    @Test
    void comirnatysSixHoursCountFromDilutionNotFromDrawingUp() {
        assertThat(ExampleProfiles.named(ExampleProfiles.COMIRNATY_CONCENTRATE).inUse()).isEqualTo(Map.of(
                THAWED, new InUse.Lasts(Duration.ofDays(31), band(2, 8)),
                DILUTED, new InUse.Lasts(Duration.ofHours(6), band(2, 30)),
                PUNCTURED, new InUse.CountsFrom(DILUTED),
                DRAWN_UP, new InUse.CountsFrom(DILUTED)));
    }

    @Test
    void imvanexIsGoodForEightWeeksOnceThawedAndNobodySaysHowLongOnceOpened() {
        assertThat(ExampleProfiles.named(ExampleProfiles.IMVANEX).inUse())
                .isEqualTo(Map.of(THAWED, new InUse.Lasts(Duration.ofDays(56), band(2, 8))));
    }

    @Test
    void varivaxIsGoodForHalfAnHourOnceReconstituted() {
        assertThat(ExampleProfiles.named(ExampleProfiles.VARIVAX).inUse()).isEqualTo(Map.of(
                RECONSTITUTED, new InUse.Lasts(Duration.ofMinutes(30), band(2, 25)),
                DRAWN_UP, new InUse.CountsFrom(RECONSTITUTED)));
    }

    @Test
    void noExampleIsSigned() {
        for (ProductProfile profile : ExampleProfiles.all()) {
            assertThat(profile.validation()).isEmpty();
            assertThat(profile.source()).isNotBlank();
            assertThat(profile.contact()).isPresent();
        }
    }

    @Test
    void whoSignedAProfileIsRead() {
        String signed = PRIORIX.replace("\"format\": 1,",
                "\"format\": 1, \"validation\": {\"by\": \"Dr Martin\", \"on\": \"2026-03-05\"}, \"tolerance\": \"PT20M\",");
        ProductProfile profile = ProfileReader.read(signed);
        assertThat(profile.validation()).contains(new Validation("Dr Martin", LocalDate.of(2026, 3, 5)));
        assertThat(profile.tolerance()).contains(Duration.ofMinutes(20));
    }

    @Test
    void whatAProfileDoesNotSayIsAbsentAndNotZero() {
        ProductProfile profile = ProfileReader.read("""
                {"format": 1, "product": "plain", "revision": 1, "revised": "2026-03-01", "source": "none",
                 "name": {"fr": "Simple", "en": "Plain"}, "gtins": [], "storage": {"lowest": 2, "highest": 8},
                 "inUse": [], "precautions": []}""");
        assertThat(profile.dosesPerVial()).isEmpty();
        assertThat(profile.tolerance()).isEmpty();
        assertThat(profile.contact()).isEmpty();
        assertThat(profile.inUse()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "lasts": "PT8H"          | "lasts": "8h"             | inUse[0].lasts: not a duration: "8h"
            "lasts": "PT8H"          | "lasts": "PT0S"           | inUse[0].lasts: must be more than nothing: PT0S
            "lasts": "PT8H"          | "lasts": null             | inUse[0].lasts: missing
            "lasts": "PT8H"          | "last": "PT8H"            | inUse[0].last: unknown
            "after": "reconstituted" | "after": "opened"         | inUse[0].after: not a step: "opened"
            "after": "drawn-up"      | "after": "finished"       | no time begins with finished
            "after": "drawn-up"      | "after": "reconstituted"  | inUse: reconstituted is there twice
            "countsFrom": "reconstituted" | "countsFrom": "thawed" | drawn-up counts from thawed, which has no time
            "revision": 1            | "revision": 0             | a revision must be 1 or more: 0
            "revision": 1            | "revision": 1.5           | revision: not a whole number: 1.5
            "revised": "2026-03-01"  | "revised": "March"        | revised: not a date: "March"
            "dosesPerVial": 1        | "dosesPerVial": 0         | a vial must have 1 dose or more: 0
            "dosesPerVial": 1        | "dosesPerVial": "one"     | dosesPerVial: not a number: "one"
            03400935137401           | 03400935137402            | gtins: a GTIN must end with its check digit 1
            "keep-upright"           | "keep-warm"               | precautions:
            "format": 1              | "format": 2               | format: 2 is not known here
            "fr": "Priorix           | "de": "Priorix            | name.de: unknown
            "refrigerated": { "lowest": 2.0 | "refrigerated": { "lowest": 9.0 | storage.refrigerated: a band must go from low to high: 9.0
            "refrigerated": { "lowest": 2.0 | "refrigerated": { "lowest": 2.0001 | storage.refrigerated.lowest: not in whole thousandths
            "refrigerated": { "lowest": 2.0 | "refrigerated": { "lowest": -300 | storage.refrigerated.lowest: temperature is out of range: -300000
            "while": "unopened"      | "while": "sometimes"      | budgets[0].while: not a part of its life: "sometimes"
            "while": "unopened"      | "when": "unopened"        | budgets[0].when: unknown
            "lasts": "PT72H"         | "lasts": "PT0S"           | budgets[0].lasts: must be more than nothing
            "freezesAt": -0.5        | "freezes": -0.5           | storage.freezes: unknown
            "lasts": "PT8H"          | "lasts": "P999999999999D" | inUse[0].lasts: must be at most P36525D: "P999999999999D"
            "lasts": "PT72H"         | "lasts": "PT876601H"      | budgets[0].lasts: must be at most P36525D: "PT876601H"
            "unobserved": "PT30M"    | "unobserved": "P99999D"   | unobserved: must be at most P36525D: "P99999D"
            "format": 1              | "format": 1, "validation": {"by": "", "on": "2026-03-02"}  | validation.by: empty
            "format": 1              | "format": 1, "validation": {"by": " ", "on": "2026-03-02"} | validation.by: empty
            "unobserved": "PT30M"    | "unobserved": "half"      | unobserved: not a duration: "half"
            """, quoteCharacter = '\'')
    void aMistakeIsNamedWithItsPlaceAndValue(String good, String bad, String saying) {
        assertThat(PRIORIX).contains(good);
        assertThatThrownBy(() -> ProfileReader.read(PRIORIX.replace(good, bad)))
                .isInstanceOf(JsonProblem.class).hasMessageContaining(saying);
    }

    @Test
    void aProfileThatThereIsNotIsSaidSo() {
        assertThatThrownBy(() -> ExampleProfiles.document(new ProductId("testovax"))).hasMessageContaining("testovax");
    }

    @Test
    void aGtinChecksItself() {
        assertThat(new Gtin("03400935137401")).hasToString("03400935137401");
        for (String wrong : List.of("3400935137401", "0340093513740X", "03400935137410", "")) {
            assertThatThrownBy(() -> new Gtin(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aBandHasBothItsEnds() {
        TemperatureBand band = band(2, 8);
        assertThat(band.contains(Temperature.ofCelsius(2))).isTrue();
        assertThat(band.contains(Temperature.ofCelsius(8))).isTrue();
        assertThat(band.contains(Temperature.ofCelsius(1.999))).isFalse();
        assertThat(band.contains(Temperature.ofCelsius(8.001))).isFalse();
    }

    private static TemperatureBand band(double lowest, double highest) {
        return new TemperatureBand(Temperature.ofCelsius(lowest), Temperature.ofCelsius(highest));
    }
}
