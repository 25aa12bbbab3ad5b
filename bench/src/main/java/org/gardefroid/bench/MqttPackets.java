package org.gardefroid.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The few packets of MQTT 5 that a generator needs, made ahead of time. A client library would take more of the machine than
 * the service that is to be measured.
 */
final class MqttPackets {

    static final int CONNACK = 2;
    static final int PUBLISH = 3;
    static final int PUBACK = 4;
    static final int SUBACK = 9;
    static final int DISCONNECT = 14;

    private static final int QOS_1 = 0x02;

    private MqttPackets() {}

    static byte[] connect(String clientId) {
        var body = new ByteArrayOutputStream();
        text(body, "MQTT");
        body.write(5);
        body.write(0x02); // clean start
        two(body, 0); // no keep-alive
        body.write(0); // no properties
        text(body, clientId);
        return packet(0x10, body);
    }

    /** @param filters each at QoS 0 */
    static byte[] subscribe(List<String> filters) {
        var body = new ByteArrayOutputStream();
        two(body, 1);
        body.write(0);
        for (String filter : filters) {
            text(body, filter);
            body.write(0);
        }
        return packet(0x82, body);
    }

    /** QoS 1; the packet's number is written when it is sent, see {@link #number}. */
    static byte[] publish(String topic, byte[] payload) {
        var body = new ByteArrayOutputStream();
        text(body, topic);
        two(body, 0);
        body.write(0);
        body.writeBytes(payload);
        return packet(PUBLISH << 4 | QOS_1, body);
    }

    /** Gives a publish packet its number. */
    static void number(byte[] publish, int number) {
        int at = 1;
        while ((publish[at] & 0x80) != 0) {
            at++;
        }
        at++;
        at += 2 + (Byte.toUnsignedInt(publish[at]) << 8 | Byte.toUnsignedInt(publish[at + 1]));
        publish[at] = (byte) (number >>> 8);
        publish[at + 1] = (byte) number;
    }

    private static byte[] packet(int first, ByteArrayOutputStream body) {
        var packet = new ByteArrayOutputStream(body.size() + 5);
        packet.write(first);
        int length = body.size();
        do {
            int digit = length & 0x7f;
            length >>>= 7;
            packet.write(length > 0 ? digit | 0x80 : digit);
        } while (length > 0);
        packet.writeBytes(body.toByteArray());
        return packet.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        two(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void two(ByteArrayOutputStream out, int value) {
        out.write(value >>> 8);
        out.write(value);
    }
}
