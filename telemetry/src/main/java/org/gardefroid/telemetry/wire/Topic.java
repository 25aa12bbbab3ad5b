package org.gardefroid.telemetry.wire;

import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Rejection;

/**
 * A topic: {@code gardefroid/1/<shard>/<device>/up/…} and {@code …/down/…}.
 *
 * <p>The identity stands in the topic, so that even undecodable bytes can be answered. Version 1 is spoken here; another
 * version is told apart from nonsense, because an agent newer than its service is to be expected.
 */
public sealed interface Topic {

    int VERSION = 1;

    /** Shards are small numbers given at enrolment. */
    int MOST_SHARDS = 1_024;

    int shard();

    DeviceId device();

    /** The words after the device. */
    String path();

    /** A sealed batch, from the agent. */
    record UpBatch(int shard, BatchId batch) implements Topic {
        @Override
        public DeviceId device() {
            return batch.device();
        }

        @Override
        public String path() {
            return "up/batch/" + batch.journal() + "/" + batch.number();
        }
    }

    /** A {@link org.gardefroid.telemetry.Question}, from the agent. */
    record UpAsk(int shard, DeviceId device) implements Topic {
        @Override
        public String path() {
            return "up/ask";
        }
    }

    /** A SenML pack in JSON or CBOR, from a foreign device. */
    record UpSenml(int shard, DeviceId device) implements Topic {
        @Override
        public String path() {
            return "up/senml";
        }
    }

    /** A {@link org.gardefroid.telemetry.Receipt}, to the agent. */
    record DownReceipt(int shard, DeviceId device) implements Topic {
        @Override
        public String path() {
            return "down/receipt";
        }
    }

    /** A service that has started: time to ask. Its content is empty. */
    record DownHello(int shard, DeviceId device) implements Topic {
        @Override
        public String path() {
            return "down/hello";
        }
    }

    /** The brief in force, retained. */
    record DownBrief(int shard, DeviceId device) implements Topic {
        @Override
        public String path() {
            return "down/brief";
        }
    }

    default String asString() {
        return prefix(shard(), device()) + path();
    }

    /** What a device publishes below and reads from: {@code gardefroid/1/<shard>/<device>/}. */
    static String prefix(int shard, DeviceId device) {
        return "gardefroid/" + VERSION + "/" + shard + "/" + device + "/";
    }

    /** The service's subscription to all that the devices of a shard send, in whatever version. */
    static String everythingUp(int shard) {
        return "gardefroid/+/" + shard + "/+/up/#";
    }

    static Decoded<Topic> parse(String topic) {
        try {
            return new Decoded.Ok<>(read(topic));
        } catch (Refusal refusal) {
            return refusal.asValue();
        }
    }

    private static Topic read(String topic) throws Refusal {
        String[] part = topic.split("/", -1);
        if (part.length < 6 || !part[0].equals("gardefroid")) {
            throw unknown(topic);
        }
        if (!part[1].equals(Integer.toString(VERSION))) {
            throw new Refusal(Rejection.UNKNOWN_VERSION,
                    "version " + part[1] + " of the wire; spoken here: " + VERSION);
        }
        int shard = shard(part[2], topic);
        DeviceId device = device(part[3], topic);
        String kind = part[4] + "/" + part[5];
        if (part.length == 8 && kind.equals("up/batch")) {
            if (!JournalId.isJournalId(part[6])) {
                throw unknown(topic);
            }
            return new UpBatch(shard, new BatchId(device, new JournalId(part[6]), number(part[7], topic)));
        }
        if (part.length != 6) {
            throw unknown(topic);
        }
        return switch (kind) {
            case "up/ask" -> new UpAsk(shard, device);
            case "up/senml" -> new UpSenml(shard, device);
            case "down/receipt" -> new DownReceipt(shard, device);
            case "down/hello" -> new DownHello(shard, device);
            case "down/brief" -> new DownBrief(shard, device);
            default -> throw unknown(topic);
        };
    }

    private static int shard(String text, String topic) throws Refusal {
        long shard = natural(text, topic);
        if (shard >= MOST_SHARDS) {
            throw new Refusal(Rejection.UNKNOWN_TOPIC, "shard " + shard + " is not below " + MOST_SHARDS);
        }
        return (int) shard;
    }

    private static long number(String text, String topic) throws Refusal {
        long number = natural(text, topic);
        if (number == 0) {
            throw unknown(topic);
        }
        return number;
    }

    private static long natural(String text, String topic) throws Refusal {
        if (text.isEmpty() || text.length() > 18 || (text.length() > 1 && text.startsWith("0"))) {
            throw unknown(topic);
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw unknown(topic);
            }
        }
        return Long.parseLong(text);
    }

    private static DeviceId device(String text, String topic) throws Refusal {
        try {
            return new DeviceId(text);
        } catch (IllegalArgumentException e) {
            throw unknown(topic);
        }
    }

    private static Refusal unknown(String topic) {
        return new Refusal(Rejection.UNKNOWN_TOPIC, "no such topic: " + topic);
    }
}
