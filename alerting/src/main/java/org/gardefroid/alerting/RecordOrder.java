package org.gardefroid.alerting;

import java.util.Comparator;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Event.BatteryLevel;
import org.gardefroid.telemetry.Event.DoorMoved;
import org.gardefroid.telemetry.Event.PowerChanged;
import org.gardefroid.telemetry.Event.VialsStruck;
import org.gardefroid.telemetry.Event.VialsTurned;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Temperature;

/**
 * The one order in which records of an equipment are judged: by time, then probe or door, then value. Equal records give
 * equal facts only because it leaves nothing to chance.
 *
 * <p>Of two movements of a door in the same millisecond, "open" comes last, and so does "mains off" or "tipped": the mistake
 * to make is the warning.
 */
final class RecordOrder implements Comparator<DatedRecord> {

    static final RecordOrder INSTANCE = new RecordOrder();

    private RecordOrder() {}

    @Override
    public int compare(DatedRecord a, DatedRecord b) {
        int byTime = a.at().compareTo(b.at());
        return byTime != 0 ? byTime : compareWithinInstant(a, b);
    }

    private static int compareWithinInstant(DatedRecord a, DatedRecord b) {
        int byName = name(a).compareTo(name(b));
        if (byName != 0) {
            return byName;
        }
        int byKind = Integer.compare(kind(a), kind(b));
        if (byKind != 0) {
            return byKind;
        }
        int byValue = Integer.compare(value(a), value(b));
        return byValue != 0 || kind(a) != OTHER ? byValue : a.toString().compareTo(b.toString());
    }

    /** Whether these are about one thing at one time, so that their order matters. */
    static boolean isSameSubject(DatedRecord a, DatedRecord b) {
        return kind(a) != OTHER && Math.max(kind(a), FAULT) == Math.max(kind(b), FAULT) && name(a).equals(name(b));
    }

    private static final int TEMPERATURE = 0;
    private static final int FAULT = 1;
    private static final int DOOR = 2;
    private static final int POWER = 3;
    private static final int VIALS = 4;
    private static final int BATTERY = 5;
    private static final int STRUCK = 6;
    private static final int OTHER = 7;
    private static final int MOST_MINUTES = (int) BatteryLevel.MOST_LEFT.toMinutes();

    private static int kind(DatedRecord record) {
        return switch (record) {
            case Reading reading -> switch (reading.measurement()) {
                case Temperature temperature -> TEMPERATURE;
                case ProbeFault fault -> FAULT;
            };
            case Occurrence occurrence -> switch (occurrence.event()) {
                case DoorMoved moved -> DOOR;
                case PowerChanged changed -> POWER;
                case VialsTurned turned -> VIALS;
                case BatteryLevel level -> BATTERY;
                case VialsStruck struck -> STRUCK;
                case Event other -> OTHER;
            };
        };
    }

    private static String name(DatedRecord record) {
        return switch (record) {
            case Reading reading -> reading.probe().value();
            case Occurrence occurrence -> occurrence.event() instanceof DoorMoved moved ? moved.door().value() : "";
        };
    }

    private static int value(DatedRecord record) {
        return switch (record) {
            case Reading reading -> switch (reading.measurement()) {
                case Temperature temperature -> temperature.milliCelsius();
                case ProbeFault fault -> fault.number();
            };
            case Occurrence occurrence -> switch (occurrence.event()) {
                case DoorMoved moved -> moved.open() ? 1 : 0;
                case PowerChanged changed -> changed.mains() ? 0 : 1;
                case VialsTurned turned -> turned.upright() ? 0 : 1;
                // The emptier comes last.
                case BatteryLevel level -> -level.percent() * (MOST_MINUTES + 2)
                        - level.left().map(left -> (int) left.toMinutes()).orElse(MOST_MINUTES + 1);
                case Event other -> 0;
            };
        };
    }
}
