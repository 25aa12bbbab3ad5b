package org.gardefroid.alerting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.json.JsonProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.AIR;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.TOP;
import static org.gardefroid.alerting.Records.high;
import static org.gardefroid.alerting.Records.minutes;

class EquipmentSettingsTest {

    private static final List<WatchedProbe> PROBES = List.of(
            new WatchedProbe(TOP, ProbePurpose.PRODUCT), new WatchedProbe(AIR, ProbePurpose.AIR));

    private static List<String> told(String preset) {
        return Preset.named(preset).orElseThrow().rules().stream().map(EquipmentSettingsTest::told).toList();
    }

    /** Name, what it asks and for how long, as a person would say it. */
    private static String told(Rule rule) {
        String what = switch (rule) {
            case ExcursionRule each -> each.bound().word() + " " + each.bound().limit().milliCelsius() + " "
                    + each.delay();
            case CumulativeRule each -> each.bound().word() + " " + each.bound().limit().milliCelsius() + " "
                    + each.limit() + " in all";
            case DoorCountRule each -> each.most() + " times in " + each.within();
            case DisagreementRule each -> each.mostMilliCelsius() + " apart for " + each.longest();
            case BatteryRule each -> "at " + each.lowestPercent() + " % or " + each.leastLeft();
            case ShockRule each -> each.cause().code() + ", calm after " + each.quiet();
            case ForecastRule each -> each.bound().word() + " " + each.bound().limit().milliCelsius() + " within "
                    + each.within() + ", over " + each.over();
            case ConditionRule each -> each.cause().code() + " " + each.longest();
        };
        return rule.name() + " " + rule.severity().name().charAt(0) + ": " + what;
    }

    @Test
    void theFridgePresetIsThis() {
        assertThat(told("fridge-2-8")).containsExactly(
                "fridge-2-8.high W: above 8000 PT15M", "fridge-2-8.high-long C: above 8000 PT1H",
                "fridge-2-8.hot C: above 12000 PT15M", "fridge-2-8.low W: below 2000 PT15M",
                "fridge-2-8.near-freezing C: atOrBelow 500 PT0.001S", "fridge-2-8.freeze C: atOrBelow -500 PT1H",
                "fridge-2-8.door W: door-left-open PT5M", "fridge-2-8.door-often W: 12 times in PT1H",
                "fridge-2-8.mains W: mains-off PT10M", "fridge-2-8.battery W: at 20 % or PT2H",
                "fridge-2-8.battery-empty C: at 5 % or PT30M", "fridge-2-8.probe W: probe-fault PT15M",
                "fridge-2-8.stuck W: probe-stuck PT24H", "fridge-2-8.apart W: 3000 apart for PT30M");
        assertThat(Preset.FRIDGE_2_8.longestGap()).isEqualTo(minutes(30));
        assertThat(Preset.FRIDGE_2_8.longestSilence()).isEqualTo(minutes(60));
    }

    @Test
    void theCoolBoxPresetIsThis() {
        assertThat(told("cool-box-2-8")).containsExactly(
                "cool-box-2-8.high W: above 8000 PT10M", "cool-box-2-8.high-long C: above 8000 PT30M",
                "cool-box-2-8.hot C: above 12000 PT10M",
                "cool-box-2-8.ahead W: above 8000 within PT30M, over PT36M", "cool-box-2-8.low W: below 2000 PT15M",
                "cool-box-2-8.near-freezing C: atOrBelow 500 PT0.001S", "cool-box-2-8.freeze C: atOrBelow -500 PT1H",
                "cool-box-2-8.door W: door-left-open PT5M", "cool-box-2-8.upright W: not-upright PT30S",
                "cool-box-2-8.struck W: struck, calm after PT10M", "cool-box-2-8.battery W: at 20 % or PT2H",
                "cool-box-2-8.battery-empty C: at 5 % or PT30M",
                "cool-box-2-8.probe W: probe-fault PT10M", "cool-box-2-8.stuck W: probe-stuck PT24H",
                "cool-box-2-8.apart W: 3000 apart for PT30M");
        assertThat(Preset.COOL_BOX_2_8.longestGap()).isEqualTo(minutes(10));
        assertThat(Preset.COOL_BOX_2_8.longestSilence()).isEqualTo(minutes(30));
    }

    @Test
    void theFreezersKeepToTheirRanges() {
        assertThat(told("freezer-20")).contains("freezer-20.high W: above -15000 PT15M",
                "freezer-20.high-long C: above -15000 PT1H", "freezer-20.hot C: above -10000 PT15M",
                "freezer-20.low W: below -25000 PT1H");
        assertThat(told("freezer-80")).contains("freezer-80.high W: above -60000 PT15M",
                "freezer-80.high-long C: above -60000 PT1H", "freezer-80.hot C: above -50000 PT15M",
                "freezer-80.low W: below -90000 PT1H");
    }

    @Test
    void whoPqsIsItsFourAlarmsAndWarnsThatTenHoursNeverStandAlone() {
        assertThat(told("who-pqs")).containsExactly("who-pqs.HEAT C: above 8000 PT10H",
                "who-pqs.FRZE C: atOrBelow -500 PT1H", "who-pqs.DOOR W: door-left-open PT5M",
                "who-pqs.POWR W: mains-off PT24H");
        assertThat(Preset.WHO_PQS.warningKey()).contains("preset.who-pqs.never-alone");
        assertThat(Preset.ALL).filteredOn(preset -> preset.warningKey().isPresent()).containsExactly(Preset.WHO_PQS);
        assertThat(Preset.WHO_PQS.rules()).filteredOn(ExcursionRule.class::isInstance)
                .allMatch(rule -> ((ExcursionRule) rule).hysteresisMilliCelsius() == 0);
    }

    @Test
    void vfcTakesAnyReadingAndAnHourInAllWithinADay() {
        assertThat(told("vfc")).containsExactly("vfc.high W: above 8000 PT0S", "vfc.low W: below 2000 PT0S",
                "vfc.high-in-a-day C: above 8000 PT1H in all",
                "vfc.low-in-a-day C: below 2000 PT1H in all", "vfc.low-long C: below 2000 PT1H",
                "vfc.near-freezing C: atOrBelow 560 PT0S", "vfc.door W: door-left-open PT5M");
    }

    @Test
    void aPresetsDaysAreThoseOfTheSite() {
        java.time.ZoneId paris = java.time.ZoneId.of("Europe/Paris");
        assertThat(Preset.VFC.in(paris).rules()).filteredOn(CumulativeRule.class::isInstance)
                .extracting(rule -> ((CumulativeRule) rule).span()).containsOnly(new CumulativeSpan.Day(paris));
        assertThat(Preset.VFC.in(paris).rules()).hasSameSizeAs(Preset.VFC.rules());
        assertThat(Preset.FRIDGE_2_8.in(paris)).isEqualTo(Preset.FRIDGE_2_8);
        assertThat(Preset.WHO_PQS.in(paris).warningKey()).isPresent();
    }

    @Test
    void sumsOfADayAndOfAMissionAreOfferedToEveryPresetThatLacksThem() {
        java.time.ZoneId paris = java.time.ZoneId.of("Europe/Paris");
        for (Preset preset : Preset.ALL) {
            List<Rule> all = new ArrayList<>(preset.in(paris).rules());
            all.addAll(preset.offered(paris));
            assertThat(all).as(preset.name()).extracting(Rule::name).doesNotHaveDuplicates();
            assertThat(all).as(preset.name()).filteredOn(CumulativeRule.class::isInstance)
                    .extracting(rule -> ((CumulativeRule) rule).span())
                    .contains(new CumulativeSpan.Day(paris), new CumulativeSpan.Mission());
        }
    }

    @Test
    void aSumPerMissionIsWrittenAndReadBack() {
        EquipmentSettings settings = Records.settings(new CumulativeRule(new RuleName("mission"), Severity.CRITICAL,
                new Bound.Above(Records.celsius(8)), minutes(120), new CumulativeSpan.Mission()));
        assertThat(EquipmentSettingsCodec.encode(settings)).contains("\"limit\":\"PT2H\",\"per\":\"mission\"");
        assertThat(EquipmentSettingsCodec.decode(EquipmentSettingsCodec.encode(settings))).isEqualTo(settings);
        assertRefused(EquipmentSettingsCodec.encode(settings).replace("\"mission\"}", "\"week\"}"),
                "per life, per mission or per day, and not per week");
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
        assertThat(EquipmentSettingsCodec.decode(EquipmentSettingsCodec.encode(Records.settings())))
                .isEqualTo(Records.settings());
    }

    @Test
    void ofTheServicesOwnNumbersTheEditedOnesAreWrittenAndTheOthersStayWhateverIsUsual() {
        EquipmentSettings settings = Preset.FRIDGE_2_8.settings(FRIDGE, PROBES);
        ArrivalNumbers usual = ArrivalNumbers.of(Preset.FRIDGE_2_8, minutes(240));
        ArrivalNumbers edited = usual.with(Map.of("silence", BigDecimal.valueOf(20)));
        String written = EquipmentSettingsCodec.encode(settings, edited, usual);

        assertThat(written).endsWith(",\"arrivals\":{\"silence\":\"PT20M\"}}");
        assertThat(EquipmentSettingsCodec.decode(written)).isEqualTo(settings);
        assertThat(EquipmentSettingsCodec.decodeArrivals(written, usual)).isEqualTo(edited);
        ArrivalNumbers other = ArrivalNumbers.of(Preset.FRIDGE_2_8, minutes(480));
        assertThat(EquipmentSettingsCodec.decodeArrivals(written, other).holdover()).isEqualTo(minutes(480));
        assertThat(EquipmentSettingsCodec.encode(settings, usual, usual)).doesNotContain("arrivals");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquipmentSettingsCodec.decodeArrivals(written.replace("PT20M", "PT0S"), usual))
                .withMessageContaining("arrivals: silence must be more than 0");
        assertRefused(written.replace("PT20M", "PT0S"), "arrivals: silence must be more than 0");
        assertRefused(written.replace("silence", "silense"), "arrivals.silense: unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"silence", "late", "clockless", "calibrationDays", "holdover"})
    void eachOfTheServicesOwnNumbersCanBeEditedByItselfWithinItsLimits(String name) {
        ArrivalNumbers usual = ArrivalNumbers.of(Preset.VFC, minutes(240));
        Figure figure = usual.figures().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        for (BigDecimal value : List.of(figure.least(), figure.most())) {
            ArrivalNumbers edited = usual.with(Map.of(name, value));
            assertThat(edited.figures()).filteredOn(each -> each.name().equals(name)).first()
                    .satisfies(each -> assertThat(each.value()).isEqualByComparingTo(value));
            assertThat(edited.with(Map.of(name, figure.value()))).isEqualTo(usual);
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
