package org.gardefroid.ingest.judge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gardefroid.alerting.Cause;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.FactChanges;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.Lasting;
import org.gardefroid.alerting.Subject;
import org.gardefroid.ingest.notify.MailWaiting;
import org.gardefroid.ingest.notify.Notifications;

/** Enters what judging goods has found among the facts and alarms of the equipment in which it came about. */
@Singleton
public final class CustodyAlarms {

    private final Notifications notifications;
    private final MailWaiting mail;
    private final JudgingSettings settings;

    public CustodyAlarms(Notifications notifications, MailWaiting mail, JudgingSettings settings) {
        this.notifications = notifications;
        this.mail = mail;
        this.settings = settings;
    }

    /**
     * In the caller's transaction. Done twice it does nothing the second time.
     *
     * @param goods that were judged: what was found of them before and is not among {@code held} was a mistake
     * @param doses whose countdowns are others than before, by the number of the equipment that the vial is at
     * @return how many people are to be told
     */
    public int enter(Connection connection, WatchList watchList, Set<String> goods, Collection<Lasting> held,
            Map<Integer, List<DoseRow>> doses, Instant now) throws SQLException {
        Set<String> named = held.stream().map(fact -> fact.id().subject().equipment().value())
                .collect(Collectors.toSet());
        Set<Integer> before = FactRows.equipmentsHolding(connection, goods);
        int told = 0;
        List<Watched> concerned = watchList.equipments().values().stream()
                .filter(watched -> named.contains(watched.name().value()) || before.contains(watched.id())
                        || doses.containsKey(watched.id()))
                .toList();
        for (Watched watched : concerned) {
            FactChanges changes = changes(connection, watched, goods, held);
            List<DoseRow> counting = doses.getOrDefault(watched.id(), List.of());
            if (!changes.isEmpty() || !counting.isEmpty()) {
                told += new AlarmBook(connection, watched, settings.late(), notifications)
                        .enter(changes, counting, now, now).told();
            }
        }
        return told;
    }

    /**
     * In the caller's transaction. Done twice it does nothing the second time.
     *
     * @param equipments the numbers of those with goods that cannot be judged: somebody is told of each, until they can
     */
    public void notJudged(Connection connection, WatchList watchList, Set<Integer> equipments, Instant now)
            throws SQLException {
        TechnicalAlarms alarms = new TechnicalAlarms(connection);
        Set<Integer> standing = alarms.standing(TechnicalAlarms.GOODS_NOT_JUDGED);
        for (Watched watched : watchList.equipments().values()) {
            boolean isFailing = equipments.contains(watched.id());
            if (isFailing && !standing.contains(watched.id())) {
                alarms.raise(watched, TechnicalAlarms.GOODS_NOT_JUDGED, now);
            } else if (!isFailing && standing.contains(watched.id())) {
                alarms.clear(watched, TechnicalAlarms.GOODS_NOT_JUDGED, now);
            }
        }
    }

    /** To be called once that is committed. */
    public void committed(int told) {
        if (told > 0) {
            mail.wake();
        }
    }

    private static FactChanges changes(
            Connection connection, Watched watched, Set<String> goods, Collection<Lasting> held) throws SQLException {
        Map<FactId, Fact> stored = FactRows
                .facts(new FactRows(connection, watched).reaching(Instant.EPOCH).values()).stream()
                .filter(fact -> (fact.cause() == Cause.DOSES_HELD || fact.cause() == Cause.BUDGET_SPENDING)
                        && isOf(fact, goods))
                .collect(Collectors.toMap(Fact::id, fact -> fact));
        List<Fact> changed = new ArrayList<>();
        for (Lasting fact : held) {
            boolean isHere = fact.id().subject().equipment().equals(watched.name());
            if (isHere && !fact.equals(stored.remove(fact.id()))) {
                changed.add(fact);
            }
        }
        return new FactChanges(changed, List.copyOf(stored.values()));
    }

    private static boolean isOf(Fact fact, Set<String> goods) {
        return fact.id().subject() instanceof Subject.GoodsIn in && goods.contains(in.goods());
    }
}
