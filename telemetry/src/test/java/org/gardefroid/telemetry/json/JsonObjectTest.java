package org.gardefroid.telemetry.json;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gardefroid.telemetry.ProbeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JsonObjectTest {

    private static final JsonObject GOOD = JsonObject.parse("""
            {"text": "a", "flag": true, "number": 7, "decimal": 8.10, "at": "2026-03-01T08:00:00Z", "on": "2026-03-01",
             "lasts": "PT8H", "nothing": null, "texts": ["a", "b"], "probe": "Top",
             "objects": [{"deep": [{"number": "seven"}]}]}""");

    @Test
    void givesWhatIsThere() {
        assertThat(GOOD.text("text")).isEqualTo("a");
        assertThat(GOOD.flag("flag")).isTrue();
        assertThat(GOOD.integer("number")).isEqualTo(7);
        assertThat(GOOD.decimal("decimal")).isEqualTo(new BigDecimal("8.10"));
        assertThat(GOOD.instant("at")).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(GOOD.date("on")).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(GOOD.duration("lasts")).isEqualTo(Duration.ofHours(8));
        assertThat(GOOD.texts("texts")).containsExactly("a", "b");
    }

    @Test
    void nullIsTheSameAsNothing() {
        assertThat(GOOD.has("nothing")).isFalse();
        assertThat(GOOD.optionalText("nothing")).isEmpty();
        assertThat(GOOD.optionalObject("nothing")).isEmpty();
        assertThat(GOOD.optionalText("text")).contains("a");
    }

    @Test
    void namesThePlaceOfAMistakeHoweverDeep() {
        JsonObject deep = GOOD.objects("objects").getFirst().objects("deep").getFirst();
        assertThatThrownBy(() -> deep.integer("number")).isInstanceOf(JsonProblem.class)
                .hasMessage("objects[0].deep[0].number: not a number: \"seven\"");
        assertThatThrownBy(() -> deep.text("name")).hasMessage("objects[0].deep[0].name: missing");
    }

    @Test
    void namesThePlaceOfWhatAWordRefuses() {
        assertThatThrownBy(() -> GOOD.as("probe", ProbeId::new)).isInstanceOf(JsonProblem.class)
                .hasMessageStartingWith("probe: a probe's name must be");
    }

    @Test
    void refusesAnotherTypeThanWasAskedFor() {
        assertThatThrownBy(() -> GOOD.text("number")).hasMessage("number: not a text: 7");
        assertThatThrownBy(() -> GOOD.flag("text")).hasMessage("text: not true or false: \"a\"");
        assertThatThrownBy(() -> GOOD.integer("decimal")).hasMessage("decimal: not a whole number: 8.10");
        assertThatThrownBy(() -> GOOD.instant("on")).hasMessage("on: not an instant: \"2026-03-01\"");
        assertThatThrownBy(() -> GOOD.object("texts")).hasMessage("texts: not an object: a list");
        assertThatThrownBy(() -> GOOD.texts("objects")).hasMessage("objects[0]: not a text: an object");
    }

    @Test
    void saysTheSameInFrench() {
        assertThat(french(() -> GOOD.objects("objects").getFirst().objects("deep").getFirst().integer("number")))
                .isEqualTo("objects[0].deep[0].number : pas un nombre : « seven »");
        assertThat(french(() -> GOOD.text("name"))).isEqualTo("name : absent");
        assertThat(french(() -> GOOD.texts("objects"))).isEqualTo("objects[0] : pas un texte : un objet");
        assertThat(french(() -> GOOD.duration("text"))).isEqualTo("text : pas une durée : « a »");
        assertThat(french(() -> JsonObject.parse("7"))).isEqualTo("pas un objet JSON");
        assertThat(french(() -> JsonObject.parse("{\"a\": 1}").only(Set.of("b"))))
                .isEqualTo("a : inconnu ; sont connus ici b");
    }

    private static String french(ThrowingCallable wrong) {
        return catchThrowableOfType(JsonProblem.class, wrong).inFrench();
    }

    @Test
    void refusesMembersThatMeanNothing() {
        JsonObject object = JsonObject.parse("{\"a\": 1, \"bb\": 2}");
        assertThat(object.only(Set.of("a", "bb"))).isSameAs(object);
        assertThatThrownBy(() -> object.only(Set.of("b", "a"))).hasMessage("bb: unknown; known here are a, b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{\"a\":1}{}", "{\"a\":1,\"a\":2}", "{\"a\":[null]}", "{a:1}",
        "{\"a\":NaN}"})
    void refusesWhatIsNotOneJsonObject(String document) {
        assertThatThrownBy(() -> JsonObject.parse(document)).isInstanceOf(JsonProblem.class);
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        assertThatThrownBy(() -> JsonObject.parse("{\"a\":" + "[".repeat(5_000))).isInstanceOf(JsonProblem.class);
    }
}
