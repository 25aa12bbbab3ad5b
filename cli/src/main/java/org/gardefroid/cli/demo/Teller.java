package org.gardefroid.cli.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes the story's lines: the seconds since the command, the time of the simulated day, and what happened. */
final class Teller {

    /** As in the mails and on the pages, whatever the machine's own zone. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final PrintStream out;
    private final boolean inColour;
    private final InstantSource clock;
    private final Instant began;

    Teller(PrintStream out, boolean inColour, InstantSource clock, Instant began) {
        this.out = out;
        this.inColour = inColour;
        this.clock = clock;
        this.began = began;
    }

    /** Something of the simulated day. */
    void at(Instant simulated, String what) {
        line(DAY_TIME.format(simulated.atZone(ZONE)), what, "");
    }

    /** Something that asks for a person. */
    void alarm(Instant simulated, String what) {
        line(DAY_TIME.format(simulated.atZone(ZONE)), what, "\u001b[1;31m");
    }

    /** Something of the real world: the programs, the network, a mail. */
    void now(String what) {
        line("     ", what, "\u001b[1m");
    }

    private synchronized void line(String time, String what, String colour) {
        long seconds = Duration.between(began, clock.instant()).toSeconds();
        String line = String.format("%4d s  %s  %s", seconds, time, what);
        out.println(inColour && !colour.isEmpty() ? colour + line + "\u001b[0m" : line);
    }
}
