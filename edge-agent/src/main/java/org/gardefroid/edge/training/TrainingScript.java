package org.gardefroid.edge.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to happen, and when: lines such as {@code 12s lid open}, in any order; # begins a comment.
 *
 * @param steps by time
 */
public record TrainingScript(List<Step> steps) {

    /**
     * @param at after the start, in the box's own time
     * @param scanned what a scanner sends; empty for any other move
     */
    public record Step(Duration at, Move move, boolean isBack, String scanned) {

        Step(Duration at, Move move, boolean isBack) {
            this(at, move, isBack, "");
        }
    }

    private static final String SCAN = Move.SCAN.words(false) + " ";

    public TrainingScript {
        steps = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    }

    public static TrainingScript parse(List<String> lines) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                try {
                    steps.add(step(line));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage() + ": " + line, e);
                }
            }
        }
        return new TrainingScript(steps);
    }

    private static Step step(String line) {
        String[] word = line.split("\\s+", 2);
        Duration at = duration(word[0]);
        if (word.length == 2 && word[1].startsWith(SCAN)) {
            return new Step(at, Move.SCAN, false, word[1].substring(SCAN.length()).strip());
        }
        for (Move move : Move.values()) {
            for (boolean isBack : new boolean[]{false, true}) {
                String words = move.words(isBack);
                if (word.length == 2 && move != Move.SCAN && !words.isEmpty() && words.equals(word[1])) {
                    return new Step(at, move, isBack);
                }
            }
        }
        throw new IllegalArgumentException("a step is a time and one of: " + Arrays.stream(Move.values())
                .flatMap(move -> List.of(move.words(false), move.words(true)).stream())
                .filter(words -> !words.isEmpty())
                .map(words -> words.equals(Move.SCAN.words(false)) ? SCAN + "CODE" : words)
                .collect(Collectors.joining(", ")));
    }

    /** As 90s, 10m or 2h. */
    public static Duration duration(String text) {
        if (!text.matches("[0-9]{1,6}[smh]")) {
            throw new IllegalArgumentException("a time is written 90s, 10m or 2h");
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
