package org.gardefroid.edge.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.Question;

/** The questions of the last round that have no answer yet. An answer to anything else is no answer. */
final class Questions {

    private final RandomGenerator random;
    private final Map<Nonce, Long> askedAtMillis = new HashMap<>();
    private OptionalLong lastAskedAtMillis = OptionalLong.empty();

    Questions(RandomGenerator random) {
        this.random = random;
    }

    /** Asks for everything, and no longer waits for the answers to what was asked before. */
    List<Question> askAll(List<JournalId> journals, long nowMillis) {
        askedAtMillis.clear();
        lastAskedAtMillis = OptionalLong.of(nowMillis);
        List<Question> round = new ArrayList<>();
        for (int from = 0; from < journals.size(); from += Question.MOST_JOURNALS) {
            Nonce nonce = new Nonce(random.nextLong());
            askedAtMillis.put(nonce, nowMillis);
            int to = Math.min(journals.size(), from + Question.MOST_JOURNALS);
            round.add(new Question(nonce, journals.subList(from, to)));
        }
        return round;
    }

    /** When the question was asked that this answers. Each question has one answer: a second one is an echo. */
    OptionalLong answered(Optional<Nonce> nonce) {
        Long askedAt = nonce.map(askedAtMillis::remove).orElse(null);
        return askedAt == null ? OptionalLong.empty() : OptionalLong.of(askedAt);
    }

    boolean allAnswered() {
        return askedAtMillis.isEmpty();
    }

    OptionalLong lastAskedAtMillis() {
        return lastAskedAtMillis;
    }

    void forget() {
        askedAtMillis.clear();
        lastAskedAtMillis = OptionalLong.empty();
    }
}
