package org.gardefroid.ingest.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.lots.Lot;
import org.gardefroid.ingest.lots.Lot.Placement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LotPathsTest {

    private final List<Placement> placements = new ArrayList<>();

    private static Instant at(int hour) {
        return Instant.EPOCH.plusSeconds(3_600L * hour);
    }

    /** So many doses in an equipment from one hour on, until another or still. */
    private LotPathsTest in(String equipment, int doses, int from) {
        return in(equipment, doses, from, Optional.empty(), Optional.empty());
    }

    private LotPathsTest in(String equipment, int doses, int from, int until, String endedFor) {
        return in(equipment, doses, from, Optional.of(at(until)), Optional.of(endedFor));
    }

    private LotPathsTest in(String equipment, int doses, int from, Optional<Instant> until, Optional<String> endedFor) {
        placements.add(new Placement(placements.size(), equipment, equipment, equipment, doses, at(from), until,
                endedFor, "claire", Optional.empty()));
        return this;
    }

    private LotPaths paths() {
        return new LotPaths(new Lot(1, 1, "testovax", Optional.empty(), "AB12", LocalDate.EPOCH, Optional.empty(),
                Optional.empty(), at(0), "claire", placements));
    }

    /** Each way by the equipments that it goes through. */
    private List<String> ways(String equipment) {
        LotPaths paths = paths();
        Placement end = paths.ends().stream().filter(each -> each.equipment().equals(equipment)).findFirst()
                .orElseThrow();
        return paths.to(end).orElseThrow().stream()
                .map(way -> String.join(" ", way.stream().map(Placement::equipment).toList())).toList();
    }

    @Test
    void whatStaysBehindWasNeverInTheBox() {
        in("fridge", 20, 0, 5, "moved").in("fridge", 12, 5).in("box", 8, 5);
        assertThat(ways("fridge")).containsExactly("fridge fridge");
        assertThat(ways("box")).containsExactly("fridge box");
    }

    @Test
    void whatIsPutBackToTheOthersMayHaveComeEitherWay() {
        in("fridge", 20, 0, 5, "moved").in("fridge", 12, 5, 8, "moved").in("box", 8, 5, 8, "moved").in("fridge", 20, 8);
        assertThat(ways("fridge")).containsExactlyInAnyOrder("fridge fridge fridge", "fridge box fridge");
    }

    @Test
    void whatWasUsedUpStaysAnEndAndWhatWasMovedDoesNot() {
        in("fridge", 20, 0, 5, "moved").in("box", 20, 5, 8, "used");
        assertThat(paths().ends()).extracting(Placement::equipment).containsExactly("box");
        assertThat(ways("box")).containsExactly("fridge box");
    }

    @Test
    void whatCameByTooManyWaysIsNotFollowed() {
        for (int hour = 0; hour < 12; hour += 2) { // to and fro, a part at a time
            in("fridge", 20, hour, hour + 1, "moved").in("fridge", 12, hour + 1, hour + 2, "moved").in("box", 8,
                    hour + 1, hour + 2, "moved");
        }
        in("fridge", 20, 12);
        LotPaths paths = paths();
        assertThat(paths.to(paths.ends().getFirst())).isEmpty();
    }
}
