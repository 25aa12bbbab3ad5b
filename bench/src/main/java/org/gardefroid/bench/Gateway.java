package org.gardefroid.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.wire.Decoded;
import org.gardefroid.telemetry.wire.QuestionCodec;
import org.gardefroid.telemetry.wire.ReceiptCodec;
import org.gardefroid.telemetry.wire.Topic;
import org.jspecify.annotations.Nullable;

/** One TLS connection that speaks for several devices: writes their batches, reads their receipts. */
final class Gateway {

    private static final int BUFFER = 16_384;
    /** Shorter, and the waking up of all connections would be what is measured. */
    private static final long TICK_NANOS = 5_000_000;
    private static final int LAST_PACKET_NUMBER = 65_535;

    /** A receipt may be lost; a device that waits so long asks, as the real agent does. */
    private static final long ASK_AFTER_NANOS = 3_000_000_000L;

    private final SSLSocket socket;
    private final OutputStream out;
    private final DataInputStream in;
    private final List<DeviceLoad> devices;
    private final Map<String, DeviceLoad> byReceiptTopic = new HashMap<>();
    private final Tally tally;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private int packetNumber;
    private int turn;
    private volatile @Nullable Thread writer;

    Gateway(SSLSocket socket, String name, List<DeviceLoad> devices, Tally tally) throws IOException {
        this.socket = socket;
        this.devices = devices;
        this.tally = tally;
        socket.setTcpNoDelay(true);
        this.out = socket.getOutputStream();
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        devices.forEach(device -> byReceiptTopic.put(new Topic.DownReceipt(0, device.device()).asString(), device));
        out.write(MqttPackets.connect(name));
        out.write(MqttPackets.subscribe(List.copyOf(byReceiptTopic.keySet())));
        out.flush();
        expect(MqttPackets.CONNACK);
        expect(MqttPackets.SUBACK);
        Thread.ofPlatform().daemon().name("read " + name).start(this::read);
    }

    /** Sends as much as the windows and the pace allow, until {@code untilNanos}; then waits for the last receipts. */
    void write(Pace pace, long untilNanos) {
        writer = Thread.currentThread();
        try {
            while (System.nanoTime() < untilNanos && devices.stream().anyMatch(DeviceLoad::hasMore)) {
                if (!round(pace)) {
                    LockSupport.parkNanos(TICK_NANOS); // a receipt that makes room wakes it earlier
                }
            }
            long asked = System.nanoTime();
            while (!devices.stream().allMatch(device -> device.receipted() == device.sent()) && !tally.failed()) {
                LockSupport.parkNanos(5_000_000);
                if (System.nanoTime() - asked > ASK_AFTER_NANOS) {
                    askForTheRest();
                    asked = System.nanoTime();
                }
            }
        } catch (IOException e) {
            tally.fail("a connection broke: " + e.getMessage());
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is gone, which is all that was wanted
        }
    }

    /** One batch of each device that has room, as far as the pace goes; the next round goes on where this one ended. */
    private boolean round(Pace pace) throws IOException {
        boolean any = false;
        for (int i = 0; i < devices.size() && pace.mayGo(); i++) {
            turn = turn + 1 == devices.size() ? 0 : turn + 1;
            Optional<byte[]> packet = devices.get(turn).next();
            if (packet.isPresent()) {
                pace.gone();
                append(packet.get());
                any = true;
            }
        }
        flush();
        return any;
    }

    private void askForTheRest() throws IOException {
        for (DeviceLoad device : devices) {
            if (device.receipted() < device.sent()) {
                tally.asked();
                var nonce = new Nonce(ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE));
                append(MqttPackets.publish(new Topic.UpAsk(0, device.device()).asString(),
                        QuestionCodec.encode(new Question(nonce, List.of(device.journal())))));
            }
        }
        flush();
    }

    private void append(byte[] packet) throws IOException {
        packetNumber = packetNumber == LAST_PACKET_NUMBER ? 1 : packetNumber + 1;
        MqttPackets.number(packet, packetNumber);
        if (filled + packet.length > buffer.length) {
            flush();
        }
        if (packet.length > buffer.length) {
            out.write(packet);
        } else {
            System.arraycopy(packet, 0, buffer, filled, packet.length);
            filled += packet.length;
        }
    }

    private void flush() throws IOException {
        if (filled > 0) {
            out.write(buffer, 0, filled);
            filled = 0;
        }
    }

    private void read() {
        try {
            while (true) {
                int first = in.readUnsignedByte();
                byte[] body = in.readNBytes(length());
                switch (first >>> 4) {
                    case MqttPackets.PUBLISH -> published(body);
                    case MqttPackets.PUBACK -> acknowledged(body);
                    case MqttPackets.DISCONNECT -> tally.fail("the broker ends the connection, reason " + body[0]);
                    default -> tally.fail("an unexpected packet of type " + (first >>> 4));
                }
            }
        } catch (IOException e) {
            tally.ended(e);
        }
    }

    private void acknowledged(byte[] body) {
        if (body.length > 2 && Byte.toUnsignedInt(body[2]) >= 0x80) {
            tally.fail("the broker refuses a batch, reason " + Byte.toUnsignedInt(body[2]));
        }
    }

    private void published(byte[] body) {
        int topicLength = Byte.toUnsignedInt(body[0]) << 8 | Byte.toUnsignedInt(body[1]);
        DeviceLoad device = byReceiptTopic.get(new String(body, 2, topicLength, StandardCharsets.UTF_8));
        int payload = 2 + topicLength + 1 + body[2 + topicLength]; // no packet number at QoS 0; few properties
        if (device == null) {
            return;
        }
        byte[] content = Arrays.copyOfRange(body, payload, body.length);
        switch (ReceiptCodec.decode(content)) {
            case Decoded.Ok<Receipt>(Receipt receipt) -> receipt.journals().stream()
                    .filter(journal -> journal.journal().equals(device.journal()))
                    .forEach(journal -> take(device, journal));
            case Decoded.Refused<Receipt>(var reason, String detail) -> tally.fail("an unreadable receipt: " + detail);
        }
    }

    private void take(DeviceLoad device, Receipt.OfJournal journal) {
        if (!journal.rejected().isEmpty()) {
            tally.fail("rejected: " + device.device() + " " + journal.rejected());
        }
        int more = device.receipted((int) journal.stored().watermark());
        if (more > 0) {
            tally.receipted(more);
            LockSupport.unpark(writer);
        }
    }

    private void expect(int type) throws IOException {
        int first = in.readUnsignedByte() >>> 4;
        byte[] body = in.readNBytes(length());
        int reason = Byte.toUnsignedInt(type == MqttPackets.CONNACK ? body[1] : body[body.length - 1]);
        if (first != type || reason >= 0x80) {
            throw new IOException("the broker answered with packet " + first + " and reason " + reason);
        }
    }

    private int length() throws IOException {
        int length = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int digit = in.readUnsignedByte();
            length |= (digit & 0x7f) << shift;
            if (digit < 0x80) {
                return length;
            }
        }
        throw new IOException("a length of more than four digits");
    }
}
