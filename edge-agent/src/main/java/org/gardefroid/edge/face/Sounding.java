package org.gardefroid.edge.face;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.Concern;
import org.gardefroid.edge.box.Light;
import org.gardefroid.hardware.Buzzer.Beep;

/**
 * What is to be heard, from one turn of the loop to the next. Nothing silences it for good: an answer and a consultation's
 * quiet both end by themselves, an answer is of what was there when it was given, and what is urgent keeps a discreet sound
 * in a consultation. Times are monotonic: setting the clock changes nothing.
 *
 * @param answered until when each concern that somebody has answered is not heard
 * @param played when each sound was last begun
 * @param warned how far before its end each vial that soon ends was told of, in minutes
 */
public record Sounding(
        long quietUntilMillis, Map<Answered, Long> answered, Map<Sound, Long> played, Map<String, Integer> warned) {

    /** A consultation is quiet for so long. */
    public static final Duration QUIET = Duration.ofMinutes(15);

    /** What was answered and still goes on is heard again after so long. */
    public static final Duration ANSWER_LASTS = Duration.ofMinutes(10);

    static final Duration DISCREET_EVERY = Duration.ofMinutes(1);

    public static final Sounding SILENT = new Sounding(Long.MIN_VALUE, Map.of(), Map.of(), Map.of());

    /** Before a vial's end, in minutes, as its profile's own stages. */
    private static final List<Integer> WARNINGS = List.of(10, 30, 60);

    /** What an answer is of: an excursion of another probe, or a worse one, is another. */
    record Answered(Concern.Kind kind, String subject, Light light) {

        static Answered of(Concern concern) {
            return new Answered(concern.kind(), concern.subject(), concern.light());
        }
    }

    /** @param beeps to be played now; empty: none begins in this turn */
    public record Step(Sounding after, Optional<Sound> sound, List<Beep> beeps) {}

    public Sounding {
        answered = Map.copyOf(answered);
        played = Map.copyOf(played);
        warned = Map.copyOf(warned);
    }

    /** A consultation begins; pressed again, it lasts from then on, and no longer. */
    public Sounding quiet(long nowMillis) {
        return new Sounding(nowMillis + QUIET.toMillis(), answered, played, warned);
    }

    public boolean isQuiet(long nowMillis) {
        return nowMillis < quietUntilMillis;
    }

    /** How long the consultation stays quiet. */
    public Duration quietLeft(long nowMillis) {
        return isQuiet(nowMillis) ? Duration.ofMillis(quietUntilMillis - nowMillis) : Duration.ZERO;
    }

    /** Somebody has heard all that is to be heard now. */
    public Sounding answer(BoxState state, long nowMillis) {
        Map<Answered, Long> more = new HashMap<>(answered);
        state.concerns().forEach(concern -> more.put(Answered.of(concern), nowMillis + ANSWER_LASTS.toMillis()));
        return new Sounding(quietUntilMillis, more, played, ending(state));
    }

    public Step step(BoxState state, long nowMillis) {
        Map<Answered, Long> still = new HashMap<>(answered);
        // What is over and comes again is news.
        still.keySet().retainAll(state.concerns().stream().map(Answered::of).toList());
        still.values().removeIf(until -> until <= nowMillis);
        Map<String, Integer> ending = ending(state);
        Map<String, Integer> told = new HashMap<>(warned);
        told.keySet().retainAll(ending.keySet());
        Optional<Sound> due = state.concerns().stream().filter(concern -> concern.kind() == Concern.Kind.DOSE_SOON
                ? !Objects.equals(ending.get(concern.subject()), told.get(concern.subject()))
                : !still.containsKey(Answered.of(concern)))
                .flatMap(concern -> Sound.of(concern).stream()).min(Sound::compareTo)
                .filter(sound -> !isQuiet(nowMillis) || sound.isUrgent());
        if (due.isEmpty()) {
            return new Step(new Sounding(quietUntilMillis, still, played, told), Optional.empty(), List.of());
        }
        Duration every = isQuiet(nowMillis) ? DISCREET_EVERY : due.get().every();
        Long last = played.get(due.get());
        if (last != null && nowMillis - last < every.toMillis()) {
            return new Step(new Sounding(quietUntilMillis, still, played, told), due, List.of());
        }
        Map<Sound, Long> now = new EnumMap<>(Sound.class);
        now.putAll(played);
        now.put(due.get(), nowMillis);
        return new Step(new Sounding(quietUntilMillis, still, now, due.get() == Sound.DOSE_SOON ? ending : told), due,
                isQuiet(nowMillis) ? Sound.DISCREET : due.get().beeps());
    }

    /** Each vial that soon ends, and which of the warnings it has come to. */
    private static Map<String, Integer> ending(BoxState state) {
        Map<String, Integer> ending = new HashMap<>();
        for (Concern concern : state.concerns()) {
            if (concern.kind() == Concern.Kind.DOSE_SOON) {
                Duration left = concern.left().orElse(Duration.ZERO);
                ending.put(concern.subject(), WARNINGS.stream()
                        .filter(minutes -> left.compareTo(Duration.ofMinutes(minutes)) <= 0).findFirst()
                        .orElse(WARNINGS.getLast()));
            }
        }
        return ending;
    }
}
