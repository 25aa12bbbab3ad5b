package org.gardefroid.edge.page;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who has given the code, each with a token of its own for its forms. In memory: a new start asks again. */
final class Sessions {

    static final Duration IDLE = Duration.ofMinutes(15);

    /** A team has few phones. */
    private static final int MOST = 20;

    private final SecureRandom random;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    /** @param untilMillis monotonic */
    record Session(String id, String token, long untilMillis) {}

    Sessions(SecureRandom random) {
        this.random = random;
    }

    synchronized Session open(long nowMillis) {
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        Session session = new Session(secret(), secret(), nowMillis + IDLE.toMillis());
        sessions.put(session.id(), session);
        return session;
    }

    /** The session, which then lasts from now on again. */
    synchronized Optional<Session> of(String id, long nowMillis) {
        Session found = sessions.remove(id);
        if (found == null || nowMillis >= found.untilMillis()) {
            return Optional.empty();
        }
        Session longer = new Session(id, found.token(), nowMillis + IDLE.toMillis());
        sessions.put(id, longer);
        return Optional.of(longer);
    }

    /** The session as it is: a page that only asks for news does not make it last. */
    synchronized Optional<Session> asIs(String id, long nowMillis) {
        return Optional.ofNullable(sessions.get(id)).filter(found -> nowMillis < found.untilMillis());
    }

    synchronized void close(String id) {
        sessions.remove(id);
    }

    String secret() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
