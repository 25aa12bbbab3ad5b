package org.gardefroid.edge.training;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the keys mean: each a move; after the scanner's, a line is typed, or sent by a scanner that is plugged into the computer of
 * the training, and ends with Enter. Escape, and Enter on an empty line, send nothing.
 */
public final class TrainingKeys {

    private static final int ESCAPE = 27;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;
    private static final int LONGEST = 256;

    private final Consumer<Move> moves;
    private final Consumer<String> scans;
    private Optional<StringBuilder> typed = Optional.empty();

    public TrainingKeys(Consumer<Move> moves, Consumer<String> scans) {
        this.moves = moves;
        this.scans = scans;
    }

    /** What was typed so far for the scanner; nothing while no line is being typed. */
    public synchronized Optional<String> typed() {
        return typed.map(StringBuilder::toString);
    }

    /** @param key as the terminal sends it; other than in a line, upper and lower case are the same */
    public synchronized void press(int key) {
        if (typed.isPresent()) {
            type(typed.get(), key);
        } else {
            Optional<Move> move = Move.ofKey(key);
            if (move.filter(it -> it == Move.SCAN).isPresent()) {
                typed = Optional.of(new StringBuilder());
            } else {
                move.ifPresent(moves);
            }
        }
    }

    private void type(StringBuilder line, int key) {
        switch (key) {
            case '\n', '\r' -> {
                typed = Optional.empty();
                if (!line.isEmpty()) {
                    scans.accept(line.toString());
                }
            }
            case ESCAPE -> typed = Optional.empty();
            case BACKSPACE, DELETE -> line.setLength(Math.max(0, line.length() - 1));
            default -> {
                if (line.length() < LONGEST) {
                    line.append((char) key);
                }
            }
        }
    }
}
