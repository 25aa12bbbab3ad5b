package org.gardefroid.edge.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The command line of the training.
 *
 * @param port of the page
 * @param ends after so much of the training's time; empty: when told to
 */
public record TrainingOptions(
        Path folder, int port, Locale language, boolean headless, Optional<Duration> ends, int speed,
        TrainingScript script) {

    public static final int USUAL_PORT = 8_088;

    public static final String USAGE = """
            usage: box [--folder FOLDER] [--port PORT] [--language fr|en] [--speed 1..600]
                       [--headless --duration 60s|10m|2h] [--script FILE]
            a script has lines such as: 12s lid open
            """;

    public static TrainingOptions parse(String... arguments) throws IOException {
        Path folder = Path.of(".gardefroid/box");
        int port = USUAL_PORT;
        Locale language = Locale.FRENCH;
        boolean headless = false;
        Optional<Duration> ends = Optional.empty();
        int speed = 1;
        TrainingScript script = new TrainingScript(List.of());
        List<String> left = new ArrayList<>(List.of(arguments));
        while (!left.isEmpty()) {
            String option = left.removeFirst();
            switch (option) {
                case "--headless" -> headless = true;
                case "--folder" -> folder = Path.of(value(option, left));
                case "--port" -> port = number(option, value(option, left), 0, 65_535);
                case "--speed" -> speed = number(option, value(option, left), 1, TrainingClock.FASTEST);
                case "--duration" -> ends = Optional.of(TrainingScript.duration(value(option, left)));
                case "--language" -> language = Locale.of(value(option, left));
                case "--script" -> script = read(Path.of(value(option, left)));
                default -> throw new IllegalArgumentException("no such option: " + option);
            }
        }
        if (headless && ends.isEmpty()) {
            throw new IllegalArgumentException("--headless needs --duration, such as 60s");
        }
        return new TrainingOptions(folder, port, language, headless, ends, speed, script);
    }

    private static TrainingScript read(Path file) throws IOException {
        try {
            return TrainingScript.parse(Files.readAllLines(file));
        } catch (NoSuchFileException _) {
            throw new IllegalArgumentException("--script " + file + ": no such file");
        }
    }

    private static int number(String option, String text, int least, int most) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(option + " " + text + ": a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private static String value(String option, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.removeFirst();
    }
}
