package org.gardefroid.cli.judge;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.cli.Refused;

import static org.gardefroid.cli.Words.say;

/** One line of a file that a person gave, and where it stands: what is wrong with it is told with both. */
record Line(Path file, int number, String text) {

    /** The lines that say something. */
    static List<Line> of(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refused(say("judge.no-file", file));
        }
        List<Line> lines = new ArrayList<>();
        try {
            int number = 0;
            for (String text : Files.readAllLines(file)) {
                number++;
                String plain = number == 1 ? text.replace("\uFEFF", "") : text;
                if (!plain.isBlank()) {
                    lines.add(new Line(file, number, plain));
                }
            }
        } catch (CharacterCodingException e) {
            throw new Refused(say("judge.not-utf8", file));
        }
        return lines;
    }

    Refused refused(String why) {
        return new Refused(say("judge.line", file, number, why.lines().findFirst().orElse("")));
    }
}
