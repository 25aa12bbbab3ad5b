package org.gardefroid.edge.uplink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.wire.ReceiptCodec;
import org.gardefroid.telemetry.wire.Topic;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalsTest {

    private static final String RECEIPT = new Topic.DownReceipt(0, new DeviceId("box-7")).asString();

    private final List<Receipt> receipts = new ArrayList<>();

    private final Arrivals arrivals = new Arrivals(new Inbox() {
        @Override
        public void connected(Way way) {}

        @Override
        public void notConnected(Way way, String reason) {}

        @Override
        public void disconnected() {}

        @Override
        public void receiptArrived(Receipt receipt) {
            receipts.add(receipt);
        }

        @Override
        public void helloArrived() {}

        @Override
        public void briefArrived(byte[] content) {}
    }, why -> {});

    @Test
    void whatAConnectionThatIsLeftStillSaysIsNotHeard() {
        arrivals.messageArrived(RECEIPT, message(ReceiptCodec.encode(new Receipt(Optional.empty(), List.of()))));
        arrivals.stop();
        arrivals.messageArrived(RECEIPT, message(ReceiptCodec.encode(new Receipt(Optional.empty(), List.of()))));

        assertThat(receipts).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsPassedOver() {
        arrivals.messageArrived(RECEIPT, message(new byte[]{1, 2, 3}));
        arrivals.messageArrived("something/else", message(new byte[0]));

        assertThat(receipts).isEmpty();
    }

    private static MqttMessage message(byte[] content) {
        return new MqttMessage(content);
    }
}
