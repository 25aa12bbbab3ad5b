package org.gardefroid.alerting;

import java.util.List;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.json.JsonProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.AIR;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.TOP;
import static org.gardefroid.alerting.Records.celsius;
import static org.gardefroid.alerting.Records.high;
import static org.gardefroid.alerting.Records.minutes;

class EquipmentSettingsTest {

    private static final List<WatchedProbe> PROBES = List.of(
            new WatchedProbe(TOP, ProbePurpose.PRODUCT), new WatchedProbe(AIR, ProbePurpose.AIR));

    private static ExcursionRule rule(String name, Severity severity, Bound bound, int minutes) {
        return new ExcursionRule(new RuleName(name), severity, bound, minutes(minutes));
    }

    @Test
    void theFridgePresetIsThis() {
        assertThat(Preset.named("fridge-2-8")).contains(new Preset("fridge-2-8", minutes(30), minutes(60), List.of(
                rule("fridge-2-8.high", Severity.WARNING, new Bound.Above(celsius(8)), 15),
                rule("fridge-2-8.high-long", Severity.CRITICAL, new Bound.Above(celsius(8)), 60),
                rule("fridge-2-8.hot", Severity.CRITICAL, new Bound.Above(celsius(12)), 15),
                rule("fridge-2-8.low", Severity.WARNING, new Bound.Below(celsius(2)), 15),
                rule("fridge-2-8.freeze", Severity.CRITICAL, new Bound.AtOrBelow(celsius(-0.5)), 60),
                new DoorRule(new RuleName("fridge-2-8.door"), Severity.WARNING, minutes(5)))));
    }

    @Test
    void theCoolBoxPresetIsThis() {
        assertThat(Preset.named("cool-box-2-8")).contains(new Preset("cool-box-2-8", minutes(10), minutes(30), List.of(
                rule("cool-box-2-8.high", Severity.WARNING, new Bound.Above(celsius(8)), 10),
                rule("cool-box-2-8.high-long", Severity.CRITICAL, new Bound.Above(celsius(8)), 30),
                rule("cool-box-2-8.hot", Severity.CRITICAL, new Bound.Above(celsius(12)), 10),
                rule("cool-box-2-8.low", Severity.WARNING, new Bound.Below(celsius(2)), 15),
                rule("cool-box-2-8.freeze", Severity.CRITICAL, new Bound.AtOrBelow(celsius(-0.5)), 60),
                new DoorRule(new RuleName("cool-box-2-8.door"), Severity.WARNING, minutes(5)))));
    }

    @Test
    void anUnknownPresetIsNone() {
        assertThat(Preset.named("fridge")).isEmpty();
    }

    @Test
    void settingsComeBackAsTheyWent() {
        for (Preset preset : Preset.ALL) {
            EquipmentSettings settings = preset.settings(FRIDGE, PROBES);
            assertThat(EquipmentSettingsCodec.decode(EquipmentSettingsCodec.encode(settings))).isEqualTo(settings);
        }
    }

    @Test
    void settingsAreWrittenForPeople() {
        assertThat(EquipmentSettingsCodec.encode(new EquipmentSettings(FRIDGE, PROBES, minutes(30), List.of(
                high(15), new DoorRule(new RuleName("door"), Severity.CRITICAL, minutes(5)))))).isEqualTo("""
                        {"version":1,"equipment":"fridge-1","longestGap":"PT30M",\
                        "probes":[{"probe":"fridge-1-top","purpose":"product"},\
                        {"probe":"fridge-1-air","purpose":"air"}],\
                        "rules":[{"name":"high","severity":"warning","bound":{"above":8000},"delay":"PT15M"},\
                        {"name":"door","severity":"critical","longestOpen":"PT5M"}]}""");
    }

    @Test
    void whatSettingsMayNotSayIsRefusedWithItsPlace() {
        String good = EquipmentSettingsCodec.encode(Preset.FRIDGE_2_8.settings(FRIDGE, PROBES));
        assertRefused(good.replace("\"above\":8000", "\"above\":8000000"),
                "rules[0].bound.above: temperature is out of range");
        assertRefused(good.replace("\"delay\":\"PT15M\"", "\"delay\":\"PT-15M\""),
                "rules[0].delay: fridge-2-8.high: delay");
        assertRefused(good.replace("\"severity\":\"warning\"", "\"severity\":\"mild\""), "rules[0].severity: ");
        assertRefused(good.replace("\"longestGap\":\"PT30M\"", "\"longestGap\":\"PT0S\""),
                "longestGap must be positive");
        assertRefused(good.replace("\"delay\"", "\"delai\""), "rules[0].delai: unknown");
        assertRefused(good.replace("\"version\":1", "\"version\":2"), "version: 2 is not spoken here");
    }

    private static void assertRefused(String text, String saying) {
        assertThatThrownBy(() -> EquipmentSettingsCodec.decode(text)).isInstanceOf(JsonProblem.class)
                .hasMessageContaining(saying);
    }

    @Test
    void aProbeOrRuleNamedTwiceIsAMistake() {
        assertThatThrownBy(() -> new EquipmentSettings(FRIDGE, List.of(PROBES.get(0), PROBES.get(0)), minutes(30),
                List.of())).hasMessageContaining("probe is named twice: fridge-1-top");
        assertThatThrownBy(() -> new EquipmentSettings(FRIDGE, PROBES, minutes(30), List.of(high(1), high(2))))
                .hasMessageContaining("rule is named twice: high");
        assertThatThrownBy(() -> new DoorRule(new RuleName("door"), Severity.NOTE, minutes(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rulesHavePlainNames() {
        assertThatThrownBy(() -> new RuleName("Trop chaud")).hasMessageContaining("Trop chaud");
        assertThatThrownBy(() -> new RuleName("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSubjectIsWrittenAndReadBack() {
        for (Subject subject : List.of(new Subject.WholeEquipment(FRIDGE), Records.TOP_PROBE,
                new Subject.DoorOf(FRIDGE, Records.DOOR),
                new Subject.VialIn(FRIDGE, new org.gardefroid.telemetry.VialId("vial-1")))) {
            assertThat(Subject.of(FRIDGE, subject.part())).isEqualTo(subject);
        }
        assertThatThrownBy(() -> Subject.of(FRIDGE, "wall:1")).hasMessageContaining("wall:1");
    }

    @Test
    void aCauseIsFoundByItsCode() {
        for (Cause cause : Cause.values()) {
            assertThat(Cause.ofCode(cause.code())).isEqualTo(cause);
        }
        assertThatThrownBy(() -> Cause.ofCode("flood")).hasMessageContaining("flood");
    }
}
