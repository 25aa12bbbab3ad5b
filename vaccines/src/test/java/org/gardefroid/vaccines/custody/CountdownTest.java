package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.vaccines.DoseStage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.vaccines.custody.Case.at;

class CountdownTest {

    private static Case diluted() {
        return Case.inTheBox().event(10, "kind", "diluted", "lot", "A", "vial", "v").read("box", 0, 500, 5);
    }

    @Test
    void theSecondOfTwoDilutionsGivesNoMoreTime() {
        Judgement vial = diluted().event(100, "kind", "diluted", "lot", "A", "vial", "v").judge(200, "vial v");
        assertThat(vial.due()).contains(new Due(at(370), "diluted"));
        assertThat(vial.dues()).hasSize(2);
    }

    @Test
    void asksToBeWokenSixtyThirtyAndTenMinutesBeforeTheEndAndAtIt() {
        List<Instant> woken = new ArrayList<>();
        double minute = 20;
        for (Optional<Instant> wake = diluted().judge(minute, "vial v").wakeAt(); wake.isPresent(); wake = diluted()
                .judge(minute, "vial v").wakeAt()) {
            woken.add(wake.get());
            minute = Duration.between(Case.EIGHT, wake.get()).toMinutes();
        }
        assertThat(woken).containsExactly(at(310), at(340), at(360), at(370));
    }

    @Test
    void warnsOfWhatIsLeftAndTheEndItselfIsTooLate() {
        assertThat(diluted().judge(309, "vial v").stage()).isEqualTo(DoseStage.RUNNING);
        assertThat(diluted().judge(310, "vial v").warning()).contains(Duration.ofMinutes(60));
        assertThat(diluted().judge(365, "vial v").warning()).contains(Duration.ofMinutes(10));
        Judgement over = diluted().judge(370, "vial v");
        assertThat(over.stage()).isEqualTo(DoseStage.OVER);
        assertThat(over.ruling()).isEqualTo(Ruling.TIME_OVER);
        assertThat(over.warning()).isEmpty();
    }

    @Test
    void aVialFinishedInTimeHadNotRunOutThoughTimeGoesOn() {
        Judgement finished = diluted().event(300, "kind", "finished", "vial", "v").judge(480, "vial v");
        assertThat(finished.grounds()).extracting(Ground::code).containsExactly(Ground.Code.FINISHED);
    }
}
