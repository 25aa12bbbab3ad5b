package org.gardefroid.bench;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Held by the bytes of MQTT 5's specification. */
class MqttPacketsTest {

    @Test
    void connectsCleanWithoutKeepAlive() {
        assertThat(hex(MqttPackets.connect("g")))
                .isEqualTo("10" + "0e" + "00044d515454" + "05" + "02" + "0000" + "00" + "000167");
    }

    @Test
    void subscribesAtMostOnce() {
        assertThat(hex(MqttPackets.subscribe(List.of("a/b"))))
                .isEqualTo("82" + "09" + "0001" + "00" + "0003612f62" + "00");
    }

    @Test
    void aPublishGetsItsNumberWhenItIsSent() {
        byte[] packet = MqttPackets.publish("a", new byte[]{7});
        MqttPackets.number(packet, 0x1234);
        assertThat(hex(packet)).isEqualTo("32" + "07" + "000161" + "1234" + "00" + "07");
    }

    @Test
    void theNumberIsFoundBehindALengthOfTwoDigits() {
        byte[] packet = MqttPackets.publish("a", new byte[200]);
        MqttPackets.number(packet, 0x1234);
        assertThat(hex(packet)).startsWith("32" + "ce01" + "000161" + "1234" + "00");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
