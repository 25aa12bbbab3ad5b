package org.gardefroid.ingest.receive;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gardefroid.ingest.mqtt.Arrival;
import org.gardefroid.ingest.registry.Directory.KnownDevice;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.wire.Decoded;
import org.gardefroid.telemetry.wire.QuestionCodec;
import org.gardefroid.telemetry.wire.Topic;

/** Tells arrivals apart by their topics, and decodes them. */
final class Sorting {

    private static final Pattern VERSION = Pattern.compile("^gardefroid/[^/]*/");

    private final Screening screening;

    Sorting(Screening screening) {
        this.screening = screening;
    }

    Group sort(List<Arrival> arrivals) {
        Group group = new Group();
        for (Arrival arrival : arrivals) {
            switch (Topic.parse(arrival.topic())) {
                case Decoded.Ok<Topic>(Topic topic) -> add(group, topic, arrival);
                case Decoded.Refused<Topic>(Rejection reason, String detail) -> refuse(group, arrival, reason, detail);
            }
        }
        return group;
    }

    /** A batch under a version that is not spoken here can still be answered, where its topic names it as ours do. */
    private void refuse(Group group, Arrival arrival, Rejection reason, String detail) {
        if (reason == Rejection.UNKNOWN_VERSION
                && Topic.parse(VERSION.matcher(arrival.topic())
                        .replaceFirst("gardefroid/" + Topic.VERSION
                                + "/")) instanceof Decoded.Ok<Topic>(Topic.UpBatch(int shard, BatchId id))
                && screening.device(id.device()).isPresent()) {
            group.batches.add(new Group.FromAgent(shard, org.gardefroid.ingest.guard.Arrival
                    .of(id, arrival.payload(), arrival.receivedAt()).refused(reason, detail), arrival.receivedNanos()));
            return;
        }
        group.refused.add(new Group.Refused(arrival, Optional.empty(), Optional.empty(), reason, detail));
    }

    private void add(Group group, Topic topic, Arrival arrival) {
        Optional<KnownDevice> device = screening.device(topic.device());
        if (device.isEmpty()) {
            // Not answered: it will be sent again, and is stored once its device is registered, or let in anew.
            group.refused.add(screening.isRevoked(topic.device())
                    ? new Group.Refused(arrival, Optional.of(topic.device()), Optional.empty(), Rejection.REVOKED,
                            "device " + topic.device() + " is revoked")
                    : new Group.Refused(arrival, Optional.empty(), Optional.empty(), Rejection.UNKNOWN_NAME,
                            "device " + topic.device() + " is not registered"));
            return;
        }
        switch (topic) {
            case Topic.UpBatch(int shard, BatchId id) -> group.batches.add(new Group.FromAgent(shard,
                    screening.screen(
                            org.gardefroid.ingest.guard.Arrival.of(id, arrival.payload(), arrival.receivedAt()),
                            device.get()),
                    arrival.receivedNanos()));
            case Topic.UpAsk(int shard, DeviceId name) -> ask(group, shard, name, arrival);
            case Topic.UpSenml(int shard, DeviceId name) -> group.packs.add(new Group.Pack(shard, name, arrival));
            case Topic.DownReceipt down -> misplaced(group, down, arrival);
            case Topic.DownHello down -> misplaced(group, down, arrival);
            case Topic.DownBrief down -> misplaced(group, down, arrival);
        }
    }

    private static void ask(Group group, int shard, DeviceId name, Arrival arrival) {
        switch (QuestionCodec.decode(arrival.payload())) {
            case Decoded.Ok<Question>(Question question) -> group.questions.add(new Group.Asked(shard, name, question));
            case Decoded.Refused<Question>(Rejection reason, String detail) -> group.refused
                    .add(new Group.Refused(arrival, Optional.of(name), Optional.empty(), reason, detail));
        }
    }

    private static void misplaced(Group group, Topic topic, Arrival arrival) {
        group.refused.add(new Group.Refused(arrival, Optional.of(topic.device()), Optional.empty(),
                Rejection.UNKNOWN_TOPIC, "not a topic to send to the service"));
    }
}
