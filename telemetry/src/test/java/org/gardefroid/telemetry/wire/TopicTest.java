package org.gardefroid.telemetry.wire;

import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TopicTest {

    private static final DeviceId DEVICE = new DeviceId("box-1");

    @Test
    void everyTopicComesBackAsItWas() {
        JournalId journal = new JournalId("0123456789abcdef0123456789abcdef");
        for (Topic topic : new Topic[]{new Topic.UpBatch(0, new BatchId(DEVICE, journal, 1)),
            new Topic.UpBatch(1_023, new BatchId(DEVICE, journal, 999_999_999_999_999_999L)),
            new Topic.UpAsk(3, DEVICE), new Topic.UpSenml(3, DEVICE), new Topic.DownReceipt(3, DEVICE),
            new Topic.DownHello(3, DEVICE), new Topic.DownBrief(3, DEVICE)}) {
            assertThat(Topic.parse(topic.asString()).orThrow()).isEqualTo(topic);
        }
    }

    @ParameterizedTest
    @CsvSource({"gardefroid/2/0/box-1/up/ask, UNKNOWN_VERSION", "gardefroid/x/0/box-1/up/ask, UNKNOWN_VERSION",
        "gardefroid/1/1024/box-1/up/ask, UNKNOWN_TOPIC", "gardefroid/1/-1/box-1/up/ask, UNKNOWN_TOPIC",
        "gardefroid/1/00/box-1/up/ask, UNKNOWN_TOPIC", "gardefroid/1/0/Box/up/ask, UNKNOWN_TOPIC",
        "gardefroid/1/0/box-1/up/batch/short/1, UNKNOWN_TOPIC",
        "gardefroid/1/0/box-1/up/batch/0123456789abcdef0123456789abcdef/0, UNKNOWN_TOPIC",
        "gardefroid/1/0/box-1/up/batch/0123456789abcdef0123456789abcdef/1/2, UNKNOWN_TOPIC",
        "gardefroid/1/0/box-1/up/batch/0123456789abcdef0123456789abcdef/9999999999999999999, UNKNOWN_TOPIC",
        "gardefroid/1/0/box-1/sideways/ask, UNKNOWN_TOPIC", "thermo/1/0/box-1/up/ask, UNKNOWN_TOPIC",
        "'', UNKNOWN_TOPIC"})
    void nonsenseIsToldFromAnotherVersion(String topic, Rejection reason) {
        assertThat(Topic.parse(topic)).isInstanceOfSatisfying(Decoded.Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
