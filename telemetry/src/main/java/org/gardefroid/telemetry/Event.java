package org.gardefroid.telemetry;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** What happened at a device, without its time. Every kind there is stands in this file. */
public sealed interface Event extends Observation {

    /** A door or lid was opened or closed. */
    record DoorMoved(DoorId door, boolean open) implements Event {}

    /** The vials were tipped over, or stand upright again. */
    record VialsTurned(boolean upright) implements Event {}

    /** The box was struck, harder than a kerb does it: what its accelerometer was set to watch for. */
    record VialsStruck() implements Event {}

    /** The mains came or went. */
    record PowerChanged(boolean mains) implements Event {}

    /**
     * How much is left in the battery that the box runs on without mains.
     *
     * @param percent 0 to 100
     * @param left at what flows out of it now, in whole minutes; empty while nothing does, or where it is not known
     */
    record BatteryLevel(int percent, Optional<Duration> left) implements Event {
        public static final Duration MOST_LEFT = Duration.ofDays(60);

        public BatteryLevel {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("a battery must be 0 to 100 % full: " + percent);
            }
            left.ifPresent(time -> {
                if (time.isNegative() || time.compareTo(MOST_LEFT) > 0 || time.toSeconds() % 60 != 0) {
                    throw new IllegalArgumentException(
                            "what a battery has left must be whole minutes up to " + MOST_LEFT + ": " + time);
                }
            });
        }
    }

    /**
     * What is taken off what a probe reads in this journal, and what a certificate, or the ice point, says of it besides; a
     * probe of which nothing is told is not calibrated.
     *
     * @param offsetMilliCelsius what it reads too much, ±5,000
     * @param uncertaintyMilliCelsius of its corrected readings, expanded (k = 2), 0 to 5,000
     * @param until the last day on which it holds
     * @param certificate 1 to 63 printable characters of ASCII without a space
     */
    record ProbeCalibrated(
            ProbeId probe, int offsetMilliCelsius, int uncertaintyMilliCelsius, LocalDate until, String certificate)
            implements
                Event {

        /** A probe that is out by more is broken, and no calibration makes it whole. */
        public static final int MOST_MILLI_CELSIUS = 5_000;
        public static final int LONGEST_CERTIFICATE = 63;

        public ProbeCalibrated {
            if (Math.abs(offsetMilliCelsius) > MOST_MILLI_CELSIUS || uncertaintyMilliCelsius < 0
                    || uncertaintyMilliCelsius > MOST_MILLI_CELSIUS) {
                throw new IllegalArgumentException("offset and uncertainty of a probe are at most 5 °C: "
                        + offsetMilliCelsius + " and " + uncertaintyMilliCelsius + " m°C");
            }
            if (certificate.isEmpty() || certificate.length() > LONGEST_CERTIFICATE
                    || !certificate.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                throw new IllegalArgumentException("a certificate must be 1 to " + LONGEST_CERTIFICATE
                        + " printable characters without a space: " + certificate);
            }
        }
    }

    /**
     * How humid the air at a probe is. No rule judges it: a wet box is one whose ice has melted, or that nobody dried.
     *
     * @param percent relative humidity, 0 to 100
     */
    record HumidityRead(ProbeId probe, int percent) implements Event {
        public HumidityRead {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("relative humidity must be 0 to 100 %: " + percent);
            }
        }
    }

    /**
     * A part of the device that is no probe does not answer, or does again.
     *
     * @param part as the agent's settings name it, such as {@code power} or {@code display}
     * @param fault empty where it works again
     */
    record PartFault(String part, Optional<ProbeFault> fault) implements Event {
        public PartFault {
            Names.check("a part's name", part);
        }
    }

    /** What is told of a vial, or of a syringe that was filled from one. */
    sealed interface OfVial extends Event {
        VialId vial();
    }

    /**
     * Something was done with a vial, or with a syringe, that begins, voids or ends a dose clock.
     *
     * @param drawnFrom the vial from which a dose was drawn up into the syringe that {@code vial} names
     */
    record VialHandled(VialId vial, ProductId product, VialStep step, Optional<VialId> drawnFrom) implements OfVial {

        public VialHandled {
            if (drawnFrom.isPresent() && (step != VialStep.DRAWN_UP || drawnFrom.get().equals(vial))) {
                throw new IllegalArgumentException("a syringe is drawn up from a vial, and not " + step.code()
                        + " from " + drawnFrom.get() + ": " + vial);
            }
        }

        public VialHandled(VialId vial, ProductId product, VialStep step) {
            this(vial, product, step, Optional.empty());
        }

        /** A dose was drawn up into a syringe, which is its own container from then on. */
        public static VialHandled drawnUp(VialId syringe, ProductId product, VialId vial) {
            return new VialHandled(syringe, product, VialStep.DRAWN_UP, Optional.of(vial));
        }
    }

    /** A vial was taken out onto the table, or put back; out of the box its temperature is the room's, or nobody's. */
    record VialMoved(VialId vial, boolean inside) implements OfVial {}

    /** This vial is of that lot: told when it is opened, or later of one whose clock was started by the button. */
    record VialOfLot(VialId vial, LotNumber lot) implements OfVial {}

    /** So many doses are left in a vial. */
    record DosesLeft(VialId vial, int doses) implements OfVial {

        public static final int MOST_DOSES = 100;

        public DosesLeft {
            if (doses < 0 || doses > MOST_DOSES) {
                throw new IllegalArgumentException("doses left must be 0 to " + MOST_DOSES + ": " + doses);
            }
        }
    }

    /**
     * Why a vial is done with, beside the {@link VialStep#FINISHED} that ends its clock.
     *
     * @param container the sharps container (DASRI) that it went into
     */
    record VialEnded(VialId vial, VialEnd end, Optional<String> container) implements OfVial {

        public VialEnded {
            container.ifPresent(name -> Names.check("a container's name", name));
        }
    }

    /**
     * Who took a vial's last start back and why, beside the {@link VialStep#VOIDED} that follows it.
     *
     * @param by a name or initials, 1 to 40 characters that can be seen, none of them at the ends blank
     */
    record StartVoided(VialId vial, VoidReason reason, String by) implements OfVial {

        public static final int LONGEST_NAME = 40;

        public StartVoided {
            if (by.isEmpty() || by.length() > LONGEST_NAME || !by.strip().equals(by)
                    || by.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "who takes a start back must be named by 1 to " + LONGEST_NAME + " characters: " + by);
            }
        }
    }

    /** The wall clock became trusted or ceased to be; a trusted one dates what this boot recorded before. */
    record ClockChanged(boolean trusted) implements Event {}

    /** The agent started; the first record of each journal. */
    record AgentStarted(String version) implements Event {

        public static final int LONGEST_VERSION = 40;

        public AgentStarted {
            if (version.isEmpty() || version.length() > LONGEST_VERSION) {
                throw new IllegalArgumentException("a version must have 1 to " + LONGEST_VERSION + " characters: "
                        + version.length());
            }
        }
    }

    /** The agent now works by this brief. */
    record BriefAdopted(Sha256 brief) implements Event {}

    /** The card was full: these batches were given up before they were delivered, and will never come. */
    record BatchesDropped(JournalId journal, NumberRange numbers) implements Event {}

    /**
     * The file of the journals before this one was damaged. It was set aside, and what was undelivered in it will not
     * come, whether or not its numbers could still be read and declared.
     *
     * @param file its name on the card now, for whoever wants to look into it
     */
    record JournalSetAside(String file) implements Event {
        public JournalSetAside {
            Names.check("a file's name", file);
        }
    }
}
