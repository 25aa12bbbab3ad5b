package org.gardefroid.ingest.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gardefroid.ingest.judge.Ward;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;

/**
 * What a box records on a mission made up from a seed, one probe inside and one in the room: vials thawed, punctured, diluted,
 * reconstituted and drawn up, syringes filled from them, put onto the table and back, mistaken starts, doses given; heat, frost,
 * faults and gaps; starts without the time, and a clock that is set.
 */
final class BoxMission {

    static final ProbeId ROOM = new ProbeId("room");
    static final int LENGTH = 240;
    private static final int EVERY = 4;

    /** A boot that never learns the time is held by the service for ever: nothing of it can be compared. */
    private static final int LONGEST_WITHOUT_TIME = 20;

    /** At the end, so that the time set back is made up for, and both have judged up to the last record. */
    private static final int CLOCK_KEPT = 20;

    private static final String[] PRODUCTS = {"priorix", "priorix", "priorix", "thawvax", "unsigned", "unheard-of"};
    private static final List<VialStep> STARTS = List.of(VialStep.THAWED, VialStep.PUNCTURED, VialStep.DILUTED,
            VialStep.RECONSTITUTED, VialStep.DRAWN_UP);
    private static final String[] LOTS = {"A1", "B2", "ZZ"};

    private final Random random;
    private final Random room;
    private final Sha256 brief;
    private final List<Start> starts = new ArrayList<>();
    private BootId boot = new BootId("boot-0");
    private int bootMinute;
    private boolean isDated;
    private long offsetMillis;
    private int timeAtMinute;
    private double celsius = 5;
    private int weatherUntil;
    private boolean measures = true;
    private final int first;
    private final boolean isCalm;

    /** The batches of one start of the agent. */
    record Start(List<Batch> batches) {}

    private BoxMission(long seed, Sha256 brief) {
        this.random = new Random(seed);
        this.room = new Random(seed + 1_000_000);
        this.brief = brief;
        this.first = random.nextInt(PRODUCTS.length - 3);
        this.isCalm = random.nextInt(3) > 0;
    }

    static List<Start> of(long seed, Sha256 brief) {
        BoxMission mission = new BoxMission(seed, brief);
        mission.starts.add(new Start(new ArrayList<>()));
        for (int minute = 0; minute <= LENGTH; minute += EVERY) {
            mission.minute(minute);
        }
        return mission.starts;
    }

    private boolean knowsTime(int minute) {
        return minute >= timeAtMinute;
    }

    private void minute(int minute) {
        boolean isLast = minute == LENGTH;
        if (!isLast && isDated && minute > bootMinute + 10) {
            if (random.nextInt(25) == 0) {
                starts.add(new Start(new ArrayList<>()));
                if (random.nextBoolean()) {
                    boot = new BootId("boot-" + starts.size());
                    bootMinute = minute;
                    isDated = false;
                    timeAtMinute = minute + Math.min(random.nextInt(LONGEST_WITHOUT_TIME), LENGTH - minute);
                }
            } else if (minute < LENGTH - CLOCK_KEPT && random.nextInt(35) == 0) {
                offsetMillis += Duration.ofSeconds(random.nextInt(900) - 450).toMillis();
            }
        }
        weather(minute);
        List<Observation> observations = new ArrayList<>();
        if (measures || isLast) {
            observations.add(new Measured(Ward.PROBE, measurement(isLast)));
        }
        if (room.nextInt(6) > 0) {
            observations.add(new Measured(ROOM, Temperature.ofCelsius(room.nextInt(12) == 0 ? 31 : 21)));
        }
        for (int i = random.nextInt(6) / 3; i > 0; i--) {
            observations.add(event());
        }
        if (!observations.isEmpty()) {
            seal(minute, observations);
        }
    }

    private void weather(int minute) {
        if (minute >= weatherUntil) {
            weatherUntil = minute + 5 + random.nextInt(40);
            measures = random.nextInt(isCalm ? 20 : 7) > 0;
            celsius = switch (random.nextInt(isCalm ? 30 : 9)) {
                case 0 -> 8.5 + 10 * random.nextDouble();
                case 1 -> -2 + 3 * random.nextDouble();
                case 2 -> 1 + 8 * random.nextDouble();
                case 3 -> -20;
                default -> 5;
            };
        }
    }

    private Measurement measurement(boolean isLast) {
        if (!isLast && random.nextInt(40) == 0) {
            return ProbeFault.CHECKSUM;
        }
        return Temperature.ofCelsius(celsius + (random.nextInt(5) - 2) / 10.0);
    }

    private Event event() {
        return random.nextInt(5) < 3 ? ofVial() : ofSyringe();
    }

    /** Most are filled once, each from its own vial; but somebody may be mistaken. */
    private Event ofSyringe() {
        int number = random.nextInt(6);
        VialId syringe = new VialId("s-" + number);
        VialId vial = new VialId("v-" + (random.nextInt(20) == 0 ? random.nextInt(4) : number % 3));
        ProductId product = new ProductId(PRODUCTS[number % 3 + first]);
        return switch (random.nextInt(16)) {
            case 0 -> new Event.VialHandled(syringe, product, VialStep.VOIDED);
            case 1 -> new Event.VialEnded(syringe, VialEnd.USED, Optional.empty());
            case 2 -> new Event.VialHandled(syringe, product, VialStep.FINISHED);
            case 3, 4, 5, 6 -> new Event.VialMoved(syringe, random.nextBoolean());
            case 7 -> random.nextInt(4) == 0
                    ? new Event.VialOfLot(syringe, new LotNumber(one(LOTS)))
                    : new Event.DosesLeft(vial, random.nextInt(6));
            case 8 -> new Event.VialHandled(syringe, product, VialStep.DRAWN_UP);
            default -> Event.VialHandled.drawnUp(syringe, product, vial);
        };
    }

    private Event ofVial() {
        VialId vial = new VialId("v-" + random.nextInt(4));
        // A vial is of one product, but somebody may be mistaken.
        ProductId product = new ProductId(random.nextInt(25) == 0
                ? one(PRODUCTS)
                : PRODUCTS[vial.value().charAt(2) - '0' + first]);
        return switch (random.nextInt(13)) {
            case 0, 1, 2, 3, 4 -> new Event.VialHandled(vial, product, STARTS.get(random.nextInt(STARTS.size())));
            case 5 -> new Event.VialHandled(vial, product, VialStep.VOIDED);
            case 6 -> random.nextInt(4) == 0
                    ? new Event.VialHandled(vial, product, VialStep.FINISHED)
                    : new Event.DosesLeft(vial, random.nextInt(6));
            case 7, 8 -> new Event.VialMoved(vial, random.nextBoolean());
            case 9, 10 -> new Event.VialOfLot(vial, new LotNumber(one(LOTS)));
            default -> new Event.DosesLeft(vial, random.nextInt(6));
        };
    }

    private void seal(int minute, List<Observation> observations) {
        long monotonic = Duration.ofMinutes(minute - bootMinute).toMillis();
        Optional<Instant> wall = knowsTime(minute)
                ? Optional.of(Desk.at(minute).plusMillis(offsetMillis))
                : Optional.empty();
        isDated |= wall.isPresent();
        List<Batch> batches = starts.getLast().batches();
        batches.add(new Batch(new BatchId(new DeviceId("agent-1"), new JournalId("%032x".formatted(starts.size())),
                batches.size() + 1L), new BatchClock(boot, monotonic, wall), Sha256.NONE, Optional.empty(),
                Optional.of(brief),
                observations.stream().map(observation -> new JournalRecord(monotonic, observation)).toList()));
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
