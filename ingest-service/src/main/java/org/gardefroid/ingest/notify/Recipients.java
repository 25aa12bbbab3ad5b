package org.gardefroid.ingest.notify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.cascade.CascadeStep.Summons;
import org.gardefroid.alerting.cascade.Channel;

/** Finds where people are reached. Whoever has no such address, or is called by a channel that is not there, gets a mail. */
final class Recipients {

    private static final String BY_NAME = """
            SELECT id, email, phone, webhook, language FROM person WHERE name = ? AND disabled_at IS NULL""";
    /** Nobody reached is no reason to tell nobody. */
    private static final String EVERYBODY = """
            SELECT id, email, phone, webhook, language FROM person
            WHERE site = ? AND role = ANY(?) AND disabled_at IS NULL AND email IS NOT NULL ORDER BY id""";
    /** A call at night says that something is wrong; that it is over can be read in the morning. */
    private static final String TOLD = """
            SELECT DISTINCT ON (p.id, CASE n.channel WHEN 'voice' THEN 'sms' ELSE n.channel END) p.id, n.address,
                CASE n.channel WHEN 'voice' THEN 'sms' ELSE n.channel END AS channel, n.language
            FROM notification n JOIN person p ON p.id = n.recipient
            WHERE n.alarm = ? AND p.disabled_at IS NULL
            ORDER BY p.id, CASE n.channel WHEN 'voice' THEN 'sms' ELSE n.channel END, n.id DESC""";
    private static final String[] CARERS = {"nurse", "pharmacist", "doctor"};
    private static final String[] OPERATORS = {"operator"};

    private final Connection connection;
    private final Channels channels;

    Recipients(Connection connection, Channels channels) {
        this.connection = connection;
        this.channels = channels;
    }

    List<Recipient> of(Collection<Summons> summons) throws SQLException {
        List<Recipient> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(BY_NAME)) {
            for (Summons each : summons) {
                select.setString(1, each.person());
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        recipient(row, each.channel()).filter(one -> !found.contains(one)).ifPresent(found::add);
                    }
                }
            }
        }
        return found;
    }

    List<Recipient> everybody(int site, boolean isTechnical) throws SQLException {
        List<Recipient> operators = isTechnical ? ofRoles(site, OPERATORS) : List.of();
        return operators.isEmpty() ? ofRoles(site, CARERS) : operators;
    }

    private List<Recipient> ofRoles(int site, String[] roles) throws SQLException {
        List<Recipient> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(EVERYBODY)) {
            select.setInt(1, site);
            select.setArray(2, connection.createArrayOf("text", roles));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    recipient(row, Channel.MAIL).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    List<Recipient> told(long alarm) throws SQLException {
        List<Recipient> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TOLD)) {
            select.setLong(1, alarm);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Recipient(row.getInt("id"), Channel.ofCode(row.getString("channel")),
                            row.getString("address"), row.getString("language")));
                }
            }
        }
        return found;
    }

    private Optional<Recipient> recipient(ResultSet row, Channel wanted) throws SQLException {
        Optional<String> mail = Optional.ofNullable(row.getString("email"));
        Optional<String> address = channels.has(wanted) ? switch (wanted) {
            case MAIL -> mail;
            case SMS, VOICE -> Optional.ofNullable(row.getString("phone"));
            case WEBHOOK -> Optional.ofNullable(row.getString("webhook"));
        } : Optional.empty();
        Channel channel = address.isPresent() ? wanted : Channel.MAIL;
        int person = row.getInt("id");
        String language = row.getString("language");
        return address.or(() -> mail).map(where -> new Recipient(person, channel, where, language));
    }
}
