package org.gardefroid.cli.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gardefroid.edge.journal.DeadCard;

import static org.gardefroid.cli.Words.say;

/** What became of the batches of a card. */
final class ImportAccount {

    private record Refusals(long count, JsonNode first) {}

    private long stored;
    private long known;
    private long refused;
    private long readings;
    private final Map<String, Refusals> reasons = new TreeMap<>();

    /** @param fate as the service tells it, of one batch */
    void add(JsonNode fate) {
        switch (fate.path("became").asText()) {
            case "stored" -> stored++;
            case "known" -> known++;
            default -> {
                refused++;
                reasons.merge(fate.path("reason").asText(), new Refusals(1, fate),
                        (before, one) -> new Refusals(before.count() + 1, before.first()));
            }
        }
        readings += fate.path("readings").asLong();
    }

    /** All that the box had is at the service. */
    boolean isWhole(DeadCard.Left left) {
        return refused == 0 && left.unreadable().isEmpty() && left.withoutJournal() == 0 && left.illegible().isEmpty();
    }

    /** One sentence a line. */
    List<String> tell(DeadCard.Left left) {
        List<String> lines = new ArrayList<>();
        lines.add(say("journal.account", stored + known + refused, readings, stored, known, refused));
        reasons.forEach((reason, refusals) -> lines.add(say("journal.reason", reason, refusals.count(),
                refusals.first().path("journal").asText(), refusals.first().path("number").asLong(),
                refusals.first().path("detail").asText())));
        left.unreadable().forEach((journal, numbers) -> lines
                .add(say("journal.unreadable", journal, JournalSender.text(numbers))));
        if (left.withoutJournal() > 0) {
            lines.add(say("journal.without-journal", left.withoutJournal()));
        }
        left.illegible().forEach(file -> lines.add(say("journal.illegible", file)));
        return lines;
    }
}
