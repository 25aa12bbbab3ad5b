package org.gardefroid.alerting;

import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.AlarmEvent.Acknowledgement;
import org.gardefroid.alerting.AlarmEvent.Clearing;
import org.gardefroid.alerting.AlarmEvent.Closing;
import org.gardefroid.alerting.AlarmEvent.Resumption;
import org.gardefroid.alerting.AlarmEvent.Withdrawal;
import org.gardefroid.alerting.AlarmEvent.Worsening;
import org.gardefroid.alerting.AlarmState.Acknowledged;
import org.gardefroid.alerting.AlarmState.Cleared;
import org.gardefroid.alerting.AlarmState.Closed;
import org.gardefroid.alerting.AlarmState.Raised;
import org.gardefroid.alerting.AlarmState.Withdrawn;
import org.gardefroid.alerting.Transition.Moved;
import org.gardefroid.alerting.Transition.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.alerting.Records.at;

class AlarmStateTest {

    private static final Acknowledgement BY_ANNE = new Acknowledgement(at(20), "anne");
    private static final Acknowledgement BY_BILAL = new Acknowledgement(at(21), "bilal");
    private static final Clearing CLEARING = new Clearing(at(30));
    private static final Closing CLOSING = new Closing(at(40), "anne", "porte restée ouverte", "porte fermée");

    private static final Raised RAISED = new Raised(at(10));
    private static final Acknowledged ACKNOWLEDGED = new Acknowledged(at(10), BY_ANNE);
    private static final Cleared UNANSWERED = new Cleared(at(10), at(30), Optional.empty());
    private static final Cleared ANSWERED = new Cleared(at(10), at(30), Optional.of(BY_ANNE));
    private static final Closed CLOSED = new Closed(at(10), at(30), BY_ANNE, CLOSING);
    private static final Withdrawn WITHDRAWN = new Withdrawn(at(10), at(50), Optional.empty());

    record Example(AlarmState before, AlarmEvent event, Transition after) {}

    static List<Example> theWholeTable() {
        return List.of(
                new Example(RAISED, BY_ANNE, new Moved(ACKNOWLEDGED)),
                new Example(RAISED, CLEARING, new Moved(UNANSWERED)),
                new Example(RAISED, new Resumption(at(35)), new Moved(RAISED)),
                new Example(RAISED, new Worsening(at(35)), new Moved(RAISED)),
                new Example(RAISED, CLOSING, new Refused(Refusal.STILL_RUNNING)),
                new Example(RAISED, new Withdrawal(at(50)), new Moved(WITHDRAWN)),

                new Example(ACKNOWLEDGED, BY_BILAL, new Refused(Refusal.ALREADY_ACKNOWLEDGED)),
                new Example(ACKNOWLEDGED, CLEARING, new Moved(ANSWERED)),
                new Example(ACKNOWLEDGED, new Resumption(at(35)), new Moved(ACKNOWLEDGED)),
                new Example(ACKNOWLEDGED, new Worsening(at(35)), new Moved(RAISED)),
                new Example(ACKNOWLEDGED, CLOSING, new Refused(Refusal.STILL_RUNNING)),
                new Example(ACKNOWLEDGED, new Withdrawal(at(50)),
                        new Moved(new Withdrawn(at(10), at(50), Optional.of(BY_ANNE)))),

                new Example(UNANSWERED, BY_ANNE, new Moved(ANSWERED)),
                new Example(UNANSWERED, new Clearing(at(33)), new Moved(new Cleared(at(10), at(33), Optional.empty()))),
                new Example(UNANSWERED, new Resumption(at(35)), new Moved(RAISED)),
                new Example(UNANSWERED, new Worsening(at(35)), new Moved(UNANSWERED)),
                new Example(UNANSWERED, CLOSING, new Refused(Refusal.NOT_ACKNOWLEDGED)),
                new Example(UNANSWERED, new Withdrawal(at(50)), new Moved(WITHDRAWN)),

                new Example(ANSWERED, BY_BILAL, new Refused(Refusal.ALREADY_ACKNOWLEDGED)),
                new Example(ANSWERED, new Clearing(at(33)),
                        new Moved(new Cleared(at(10), at(33), Optional.of(BY_ANNE)))),
                new Example(ANSWERED, new Resumption(at(35)), new Moved(ACKNOWLEDGED)),
                new Example(ANSWERED, new Worsening(at(35)), new Moved(UNANSWERED)),
                new Example(ANSWERED, CLOSING, new Moved(CLOSED)),
                new Example(ANSWERED, new Withdrawal(at(50)),
                        new Moved(new Withdrawn(at(10), at(50), Optional.of(BY_ANNE)))));
    }

    @ParameterizedTest
    @MethodSource("theWholeTable")
    void eachEventLeadsWhereTheTableSays(Example example) {
        assertThat(example.before().apply(example.event())).isEqualTo(example.after());
    }

    static List<AlarmEvent> allEvents() {
        return List.of(BY_ANNE, CLEARING, new Resumption(at(1)), new Worsening(at(1)), CLOSING, new Withdrawal(at(1)));
    }

    @ParameterizedTest
    @MethodSource("allEvents")
    void whatIsClosedOrWithdrawnStaysSo(AlarmEvent event) {
        assertThat(CLOSED.apply(event)).isEqualTo(new Refused(Refusal.CLOSED));
        assertThat(WITHDRAWN.apply(event)).isEqualTo(new Refused(Refusal.WITHDRAWN));
    }

    @Test
    void isClosedOnlyWithItsCauseAndWhatWasDone() {
        assertThat(ANSWERED.apply(new Closing(at(40), "anne", " ", "porte fermée")))
                .isEqualTo(new Refused(Refusal.CAUSE_OR_ACTION_MISSING));
        assertThat(ANSWERED.apply(new Closing(at(40), "anne", "porte", "")))
                .isEqualTo(new Refused(Refusal.CAUSE_OR_ACTION_MISSING));
    }

    @Test
    void isUnansweredUntilAPersonHasAnsweredEvenWhenItIsOver() {
        assertThat(List.of(RAISED, UNANSWERED)).allMatch(AlarmState::isUnanswered);
        assertThat(List.of(ACKNOWLEDGED, ANSWERED, CLOSED, WITHDRAWN)).noneMatch(AlarmState::isUnanswered);
    }

    @Test
    void isFinalWhenClosedOrWithdrawn() {
        assertThat(List.of(CLOSED, WITHDRAWN)).allMatch(AlarmState::isFinal);
        assertThat(List.of(RAISED, ACKNOWLEDGED, UNANSWERED, ANSWERED)).noneMatch(AlarmState::isFinal);
    }
}
