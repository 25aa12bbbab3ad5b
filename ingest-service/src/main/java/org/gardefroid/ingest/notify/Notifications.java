package org.gardefroid.ingest.notify;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.gardefroid.alerting.cascade.Channel;
import org.gardefroid.ingest.store.Sql;

/** Writes down who is to be told, in the transaction of what they are told of. Nothing is sent from here. */
@Singleton
public final class Notifications {

    private final Channels channels;

    @Inject
    public Notifications(Channels channels) {
        this.channels = channels;
    }

    /** With mail alone. */
    public Notifications() {
        this(channel -> channel == Channel.MAIL);
    }

    /** Begins the cascade of an alarm, anew if it was begun before. @return how many are told at once */
    public int tellFirstStep(Connection connection, long alarm, int site, int equipment, Notice notice, Instant now)
            throws SQLException {
        return new CascadeRun(connection, channels).begin(alarm, notice, now);
    }

    /** Whether what it is part of goes on: then the end of the part is no end that anybody should read of. */
    private static final String GOES_ON = """
            SELECT FROM alarm part JOIN alarm lead ON lead.id = part.part_of
            WHERE part.id = ? AND lead.cleared_at IS NULL AND lead.withdrawn_at IS NULL AND lead.closed_at IS NULL""";

    /** Tells those who were told of this alarm before, and nobody else. @return how many they are */
    public int tellThoseTold(Connection connection, long alarm, Notice notice, Instant now) throws SQLException {
        if (notice.kind() == NoticeKind.CLEARED && new Sql(connection).first(GOES_ON, _ -> true, alarm).isPresent()) {
            return 0;
        }
        List<Recipient> recipients = new Recipients(connection, channels).told(alarm);
        if (notice.kind() == NoticeKind.RESUMED) {
            new CascadeRun(connection, channels).wake(alarm, now);
        }
        NotificationRows.write(connection, alarm, recipients, notice, 1, now);
        return recipients.size();
    }

    Channels channels() {
        return channels;
    }
}
