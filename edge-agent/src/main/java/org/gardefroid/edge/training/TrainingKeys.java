package org.gardefroid.edge.training;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the keys mean: each a move; after the scanner's, a line is typed, or sent by a scanner that is plugged into the computer of
 * the training, and ends with Enter. Escape, and Enter on an empty line, send nothing; arrows and other keys that a terminal
 * sends as several characters mean nothing.
 */
public final class TrainingKeys {

    private static final int ESCAPE = 27;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;
    private static final int LONGEST = 256;

    private final Consumer<Move> moves;
    private final Consumer<String> scans;
    private Optional<StringBuilder> typed = Optional.empty();
    private Sequence sequence = Sequence.NONE;

    /** How far a key of several characters has come: escape; then a bracket and all up to a letter, or O and one letter. */
    private enum Sequence {
        NONE, ESCAPED, BRACKET, LETTER
    }

    public TrainingKeys(Consumer<Move> moves, Consumer<String> scans) {
        this.moves = moves;
        this.scans = scans;
    }

    /** What was typed so far for the scanner; nothing while no line is being typed. */
    public synchronized Optional<String> typed() {
        return sequence == Sequence.ESCAPED ? Optional.empty() : typed.map(StringBuilder::toString);
    }

    /** @param key as the terminal sends it; other than in a line, upper and lower case are the same */
    public synchronized void press(int key) {
        if (isOfSequence(key)) {
            return;
        }
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

    private boolean isOfSequence(int key) {
        switch (sequence) {
            case ESCAPED -> {
                sequence = key == '[' ? Sequence.BRACKET : key == 'O' ? Sequence.LETTER : Sequence.NONE;
                if (sequence == Sequence.NONE) { // it was the key itself
                    typed = Optional.empty();
                }
            }
            case BRACKET -> {
                boolean isLast = key >= '@' && key <= '~';
                sequence = isLast ? Sequence.NONE : Sequence.BRACKET;
                return true;
            }
            case LETTER -> {
                sequence = Sequence.NONE;
                return true;
            }
            case NONE -> { // a key by itself, or the beginning of one
            }
        }
        if (key == ESCAPE) {
            sequence = Sequence.ESCAPED;
        }
        return sequence != Sequence.NONE;
    }

    private void type(StringBuilder line, int key) {
        switch (key) {
            case '\n', '\r' -> {
                typed = Optional.empty();
                if (!line.isEmpty()) {
                    scans.accept(line.toString());
                }
            }
            case BACKSPACE, DELETE -> line.setLength(Math.max(0, line.length() - 1));
            default -> {
                if (line.length() < LONGEST) {
                    line.append((char) key);
                }
            }
        }
    }
}
