package org.gardefroid.ingest.notify;

import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * Sends what is due, and writes down what the mail server said. Killed between the two, it sends the same message again, under
 * the same key: at least once is what an alarm needs.
 */
@Singleton
final class PostRound {

    private final PostBox postBox;
    private final SmtpPeer peer;
    private final InstantSource clock;
    private final DeliveryRecords records;
    private final Couriers couriers;

    PostRound(PostBox postBox, SmtpPeer peer, Couriers couriers, DeliveryRecords records, InstantSource clock) {
        this.postBox = postBox;
        this.peer = peer;
        this.clock = clock;
        this.couriers = couriers;
        this.records = records;
    }

    /**
     * @param after called when what takes longer has come back
     * @return whether there may be more to do at once
     */
    boolean send(Runnable after) throws SQLException {
        couriers.sendDue(clock.instant(), after);
        List<Posted> due = postBox.due(true, clock.instant());
        if (due.isEmpty()) {
            return false;
        }
        try (SmtpPeer.Connection connection = peer.connect()) {
            for (Posted posted : due) {
                if (!connection.isOpen()) {
                    return true;
                }
                records.write(posted, connection.send(posted));
            }
        } catch (MessagingException e) {
            // Nobody was reached, or nobody who lets us in: that says nothing of the message itself.
            for (Posted posted : due) {
                records.write(posted, new Delivery.Later(e.getClass().getSimpleName() + ": " + e.getMessage()));
            }
        } catch (IOException e) {
            for (Posted posted : due) {
                records.write(posted, new Delivery.Later("gardefroid.mail.password: " + e));
            }
        }
        return true;
    }
}
