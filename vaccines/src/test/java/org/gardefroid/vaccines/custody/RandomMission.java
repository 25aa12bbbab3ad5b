package org.gardefroid.vaccines.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A mission made up from a seed: two lots, some vials and syringes, a box, a bag and a table, and what goes wrong there. */
final class RandomMission {

    static final int LENGTH = 480;

    private final Random random;
    private final Case made = new Case();
    private int number;

    private RandomMission(long seed) {
        this.random = new Random(seed);
    }

    static Case of(long seed) {
        RandomMission mission = new RandomMission(seed);
        mission.goods();
        mission.readings("box", 5);
        mission.readings("bag", 7);
        mission.readings("room", 21);
        return mission.made;
    }

    private void goods() {
        event(0, "probe-placed", "probe", "room", "equipment", "box", "use", "ambient");
        List<String> vials = new ArrayList<>();
        for (String lot : List.of("A", "B")) {
            event(random.nextInt(20), "placed", "lot", lot, "equipment", "box", "openingExposure",
                    one("none", "none", "unknown", "{\"8..15\":" + random.nextInt(130) + "}"));
            for (int i = random.nextInt(3); i > 0; i--) {
                String vial = lot + "-" + i;
                vials.add(vial);
                event(minute(), "diluted", "lot", lot, "vial", vial);
            }
            if (random.nextInt(3) == 0) {
                event(minute(), one("moved", "placed"), "lot", lot, "equipment", one("bag", "box"));
            }
        }
        for (String vial : vials) {
            handled(vial);
        }
        if (random.nextInt(5) == 0) {
            made.undated("kind", "restarted-without-clock", "id", id(), "order", "" + number, "equipment", "box");
            if (random.nextBoolean()) {
                event(minute(), "clock-known-again");
            }
        }
    }

    private void handled(String vial) {
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> event(minute(), "on-the-table", "vial", vial);
                case 1 -> event(minute(), "back-in-box", "vial", vial);
                case 2 -> event(minute(), "drawn-up", "vial", vial, "syringe", vial + "-s" + number);
                case 3 -> event(minute(), "voided", "vial", vial, "by", "IDE Petit", "reason", "mistaken");
                case 4 -> event(minute(), "used", "vial", vial, "doses", "1");
                default -> event(minute(), one("finished", "wasted"), "vial", vial);
            }
        }
    }

    private void event(int minute, String kind, String... members) {
        List<String> all = new ArrayList<>(List.of("kind", kind, "id", id(), "order", "" + number));
        all.addAll(List.of(members));
        made.event(minute, all.toArray(String[]::new));
    }

    private String id() {
        number++;
        return "e" + number;
    }

    private void readings(String where, double usual) {
        for (int minute = 0; minute <= LENGTH;) {
            int until = Math.min(LENGTH, minute + 1 + random.nextInt(120));
            switch (random.nextInt(8)) {
                case 0 -> made.read(where, minute, until, usual + 8 * random.nextDouble());
                case 1 -> made.read(where, minute, Math.min(until, minute + 3), -1);
                case 2 -> { // nobody measures
                }
                default -> made.read(where, minute, until, usual);
            }
            minute = until + 1;
        }
    }

    private int minute() {
        return 20 + random.nextInt(LENGTH - 20);
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
