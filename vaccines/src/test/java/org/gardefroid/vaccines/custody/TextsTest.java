package org.gardefroid.vaccines.custody;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import org.gardefroid.vaccines.Budget;
import org.gardefroid.vaccines.ExampleProfiles;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProfileReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

    private static final Pattern PLACE = Pattern.compile("%s");

    @Test
    void whatIsSaidInOneLanguageIsSaidInTheOtherWithTheSameValues() {
        ResourceBundle french = bundle(Locale.FRENCH);
        ResourceBundle english = bundle(Locale.ENGLISH);
        assertThat(english.keySet()).isEqualTo(french.keySet());
        for (String key : french.keySet()) {
            assertThat(places(english.getString(key))).as(key).isEqualTo(places(french.getString(key)));
        }
    }

    @Test
    void everyVerdictAndEveryGroundHasItsWords() {
        List<String> keys = List.copyOf(bundle(Locale.FRENCH).keySet());
        for (Ruling ruling : Ruling.values()) {
            assertThat(keys).contains("verdict." + ruling.code());
        }
        for (Ground.Code code : Ground.Code.values()) {
            assertThat(keys).contains("ground." + code.code());
        }
    }

    @Test
    void everyBudgetOfAnExampleHasAFrenchAndAnEnglishName() {
        for (ProductProfile profile : ExampleProfiles.all()) {
            for (Budget budget : profile.storage().budgets()) {
                for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                    assertThat(new Texts(language, ZoneOffset.UTC).budget(budget)).isNotEqualTo(budget.name());
                }
            }
        }
    }

    @Test
    void aBudgetIsCalledAsItsProfileCallsItInReasonsAndDeadlines() {
        ProductProfile profile = ProfileReader.read("""
                {"format": 1, "product": "testovax", "revision": 1, "revised": "2026-03-01", "source": "none",
                 "validation": {"by": "Dr Martin", "on": "2026-03-01"}, "name": {"fr": "T", "en": "T"}, "gtins": [],
                 "storage": {"refrigerated": {"lowest": 2, "highest": 8}},
                 "budgets": [{"name": "van", "title": {"fr": "en tournée", "en": "on the road"}, "lasts": "PT2H",
                              "band": {"lowest": 8, "highest": 30}, "while": "always"}],
                 "unobserved": "PT30M", "inUse": [], "precautions": []}""");
        Judgement warm = Case.inTheBox().with(profile).read("box", 0, 240, 20).judge(120, "lot A");
        Texts french = new Texts(Locale.FRENCH, ZoneOffset.UTC);
        assertThat(french.ground(warm.grounds().getFirst())).contains("budget « en tournée »");
        assertThat(warm.grounds().getFirst().values().getFirst()).hasToString("van");
        Due due = new Due(Case.at(120), "budget:van");
        assertThat(french.deadline(due, profile.storage().budgets())).contains("« en tournée »");
        assertThat(new Texts(Locale.ENGLISH, ZoneOffset.UTC).deadline(due, profile.storage().budgets()))
                .contains("\"on the road\"");
    }

    @Test
    void aFrenchSentenceHasItsFiguresWithACommaEverywhere() {
        Judgement hot = Case.inTheBox().read("box", 0, 60, 31.5).judge(60, "lot A");
        Ground out = hot.grounds().stream().filter(ground -> ground.code() == Ground.Code.OUT_OF_BAND).findFirst()
                .orElseThrow();
        assertThat(new Texts(Locale.FRENCH, ZoneOffset.UTC).ground(out)).contains("31,5 °C", "2,0…8,0 °C");
        assertThat(new Texts(Locale.ENGLISH, ZoneOffset.UTC).ground(out)).contains("31.5 °C", "2.0…8.0 °C");
    }

    private static long places(String text) {
        return PLACE.matcher(text).results().count();
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("org.gardefroid.vaccines.custody.Texts", language,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
