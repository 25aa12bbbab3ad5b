package org.gardefroid.ingest.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.ingest.judge.HandOver.Handed;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Reading;
import org.jspecify.annotations.Nullable;

/** Brings the records of some batches to their equipments: no query, and nothing written. */
final class Round {

    private final WatchList watchList;
    private final Lanes lanes;
    private final List<Routed> routed = new ArrayList<>();
    private int records;
    private int unplaced;

    Round(WatchList watchList, Lanes lanes) {
        this.watchList = watchList;
        this.lanes = lanes;
    }

    /** A batch, and the lanes that have something of it. */
    record Routed(Progress.Key journal, long number, List<Lane> lanes) {}

    void route(Progress.Key journal, Handed handed) {
        CommittedBatch batch = handed.batch();
        long number = batch.id().number();
        List<Lane> touched = new ArrayList<>(1);
        List<Lane> covered = new ArrayList<>(0);
        Instant last = Instant.EPOCH;
        List<DatedRecord> all = batch.records();
        for (int i = 0; i < all.size(); i++) {
            DatedRecord record = all.get(i);
            last = record.at().isAfter(last) ? record.at() : last;
            Lane lane = laneOf(record, journal.device());
            if (lane == null || covered.contains(lane)) {
                continue;
            }
            if (!touched.contains(lane)) {
                if (lane.secondLook().covers(journal, number)) {
                    covered.add(lane);
                    continue;
                }
                touched.add(lane);
            }
            lane.add(record);
        }
        records += all.size();
        for (int equipment : watchList.equipmentsOf(journal.device())) {
            Lane lane = lanes.of(equipment);
            if (lane != null) {
                lane.heard(batch.receivedAt(), last);
            }
        }
        routed.add(new Routed(journal, number, touched));
    }

    private @Nullable Lane laneOf(DatedRecord record, int device) {
        return switch (record) {
            case Reading(ProbeId probe, Instant at, Measurement measurement) -> {
                int equipment = watchList.equipmentOf(probe, at);
                unplaced += equipment == WatchList.NOWHERE ? 1 : 0;
                yield lanes.of(equipment);
            }
            case Occurrence(Instant at, Event.DoorMoved(DoorId door, boolean open)) ->
                lanes.of(watchList.equipmentOf(door));
            case Occurrence(Instant at, Event.PowerChanged changed) ->
                lanes.of(watchList.equipmentOfVials(device));
            case Occurrence(Instant at, Event.VialsTurned turned) -> lanes.of(watchList.equipmentOfVials(device));
            case Occurrence(Instant at, Event.VialsStruck struck) -> lanes.of(watchList.equipmentOfVials(device));
            case Occurrence(Instant at, Event.BatteryLevel level) -> lanes.of(watchList.equipmentOfVials(device));
            case Occurrence other -> null;
        };
    }

    List<Routed> routed() {
        return routed;
    }

    int records() {
        return records;
    }

    int unplaced() {
        return unplaced;
    }
}
