package org.gardefroid.ingest.notify;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.gardefroid.ingest.notify.gateway.Gateways;
import org.gardefroid.ingest.store.Transactions;

/** The sending part of the service. */
final class Posts {

    private Posts() {}

    static PostRound round(Transactions transactions, MailSettings settings, Gateways gateways, InstantSource clock) {
        return new PostRound(new PostBox(transactions), new SmtpPeer(settings),
                couriers(transactions, settings, gateways, clock),
                new DeliveryRecords(new PostBox(transactions), clock, new SimpleMeterRegistry()), clock);
    }

    static Couriers couriers(Transactions transactions, MailSettings settings, Gateways gateways, InstantSource clock) {
        PostBox postBox = new PostBox(transactions);
        return new Couriers(gateways, postBox, new DeliveryRecords(postBox, clock, new SimpleMeterRegistry()),
                settings);
    }
}
