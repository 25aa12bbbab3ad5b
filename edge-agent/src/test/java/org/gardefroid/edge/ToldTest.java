package org.gardefroid.edge;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gardefroid.edge.sampling.Sampled;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.VialId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ToldTest {

    private static final VialId VIAL = new VialId("v-3");

    private final Told told = new Told();

    @Test
    void whoeverTellsKnowsWhetherAllOfItIsOnTheCard() {
        assertThat(answered(true)).isTrue();
        assertThat(answered(false)).isFalse();
    }

    @Test
    void whatNobodyRecordsInTimeIsNotOnTheCard() {
        assertThat(told.record(List.of(new Event.VialMoved(VIAL, true)), Duration.ZERO)).isFalse();
    }

    private boolean answered(boolean isOnTheCard) {
        List<Event> events = List.of(new Event.VialMoved(VIAL, false), new Event.VialMoved(VIAL, true));
        CompletableFuture<Boolean> answer = CompletableFuture
                .supplyAsync(() -> told.record(events, Duration.ofSeconds(20)));
        await().until(() -> {
            List<Sampled> found = told.toldSinceLastAsked().stream().map(event -> new Sampled(event, true)).toList();
            told.recorded(found, isOnTheCard);
            return answer.isDone();
        });
        return answer.join();
    }
}
