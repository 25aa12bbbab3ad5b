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
 * in a consultation. Patterns never sound together: of those whose turn it is the most pressing begins, and the others wait
 * for its end. Times are monotonic: setting the clock changes nothing.
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

    /** Between two patterns, or they would be heard as one. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    public static final Sounding SILENT = new Sounding(Long.MIN_VALUE, Map.of(), Map.of(), Map.of());

    /** Before a vial's end, in minutes, as its profile's own stages. */
    private static final List<Integer> WARNINGS = List.of(10, 30, 60);

    /** What an answer is of: an excursion of another probe, or a worse one, is another. */
    record Answered(Concern.Kind kind, String subject, Light light) {

        static Answered of(Concern concern) {
            return new Answered(concern.kind(), concern.subject(), concern.light());
        }
    }

    /**
     * @param sound what begins in this turn; if nothing does, the most pressing of what is to be heard
     * @param beeps to be played now; empty: none begins in this turn
     */
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

    /**
     * Somebody has heard all that is to be heard now. A vial's warning is not answered: it sounds once by itself, and one
     * that still waits for its turn has been heard by nobody.
     */
    public Sounding answer(BoxState state, long nowMillis) {
        Map<Answered, Long> more = new HashMap<>(answered);
        state.concerns().forEach(concern -> more.put(Answered.of(concern), nowMillis + ANSWER_LASTS.toMillis()));
        return new Sounding(quietUntilMillis, more, played, warned);
    }

    /** One turn of the loop. Turns of three seconds and less leave a gap for each pattern, whatever else is to be heard. */
    public Step step(BoxState state, long nowMillis) {
        Map<Answered, Long> still = new HashMap<>(answered);
        // What is over and comes again is news.
        still.keySet().retainAll(state.concerns().stream().map(Answered::of).toList());
        still.values().removeIf(until -> until <= nowMillis);
        Map<String, Integer> ending = ending(state);
        Map<String, Integer> told = new HashMap<>(warned);
        told.keySet().retainAll(ending.keySet());
        List<Sound> wanted = state.concerns().stream().filter(concern -> concern.kind() == Concern.Kind.DOSE_SOON
                ? !Objects.equals(ending.get(concern.subject()), told.get(concern.subject()))
                : !still.containsKey(Answered.of(concern)))
                .flatMap(concern -> Sound.of(concern).stream())
                .filter(sound -> !isQuiet(nowMillis) || sound.isUrgent()).distinct().sorted()
                // The discreet one is the same for all.
                .limit(isQuiet(nowMillis) ? 1 : Sound.values().length).toList();
        Optional<Sound> begins = wanted.stream().filter(sound -> isDue(sound, nowMillis)).findFirst()
                .filter(_ -> !isSounding(nowMillis));
        if (begins.isEmpty()) {
            return new Step(new Sounding(quietUntilMillis, still, played, told), wanted.stream().findFirst(),
                    List.of());
        }
        Map<Sound, Long> now = new EnumMap<>(Sound.class);
        now.putAll(played);
        now.put(begins.get(), nowMillis);
        return new Step(
                new Sounding(quietUntilMillis, still, now, begins.get() == Sound.DOSE_SOON ? ending : told), begins,
                isQuiet(nowMillis) ? Sound.DISCREET : begins.get().beeps());
    }

    private boolean isDue(Sound sound, long nowMillis) {
        Long last = played.get(sound);
        Duration every = isQuiet(nowMillis) ? DISCREET_EVERY : sound.every();
        return last == null || nowMillis - last >= every.toMillis();
    }

    private boolean isSounding(long nowMillis) {
        return played.entrySet().stream()
                .anyMatch(begun -> nowMillis - begun.getValue() < begun.getKey().lasts().plus(PAUSE).toMillis());
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
