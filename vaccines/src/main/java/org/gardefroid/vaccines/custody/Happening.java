package org.gardefroid.vaccines.custody;

import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialStep;

/** What was recorded. */
public sealed interface Happening {

    /** It arrived in an equipment, with what is known of it. */
    record Placed(ContainerId container, PlaceId equipment, Label label, Arrival arrival) implements Happening {}

    /** From now on it is there. A vial follows its lot until it gets a place of its own. */
    record WentTo(ContainerId container, Label label, Place place) implements Happening {}

    /** Somebody read its label, or said what is on it. */
    record Labelled(ContainerId container, Label label) implements Happening {}

    /** It is back in the equipment that it was taken out of. */
    record WentBack(ContainerId container, Label label) implements Happening {}

    /** A part of a lot goes its own way from here, with all that the lot has been through. */
    record Split(ContainerId lot, ContainerId part, Optional<PlaceId> equipment, Optional<Integer> doses)
            implements
                Happening {}

    /** A step of {@link VialStep} that begins a clock. */
    record Began(ContainerId container, Label label, VialStep step) implements Happening {}

    /** A dose was drawn from a vial. */
    record DrewUp(ContainerId vial, ContainerId syringe, Label label, Optional<PlaceId> equipment)
            implements
                Happening {}

    /** A mistaken start is taken back; it stays in the record. */
    record Voided(StartRef start, Label label, String reason) implements Happening {
        public Voided(StartRef start, String reason) {
            this(start, Label.NONE, reason);
        }
    }

    /** The event {@code event}, recorded without a time, took place at this one's. */
    record Dated(String event) implements Happening {}

    /** Doses were given. */
    record Used(ContainerId container, Label label, int doses) implements Happening {
        public Used(ContainerId container, int doses) {
            this(container, Label.NONE, doses);
        }
    }

    /** It is used up, wasted or handed back. */
    record Finished(ContainerId container, Label label, String how) implements Happening {
        public Finished(ContainerId container, String how) {
            this(container, Label.NONE, how);
        }
    }

    /** Somebody said which of several products it is. */
    record Chosen(ContainerId container, Label label, ProductId product) implements Happening {}

    /** A named pharmacist's decision. It is kept beside the verdict, and changes nothing in it. */
    record Decided(ContainerId container, Label label, Decision decision, String reason) implements Happening {
        public Decided(ContainerId container, Decision decision, String reason) {
            this(container, Label.NONE, decision, reason);
        }
    }

    /** A box started again without knowing the time; without a place, all did. */
    record ClockLost(Optional<PlaceId> equipment) implements Happening {}

    record ClockBack(Optional<PlaceId> equipment) implements Happening {}

    record ProbePlaced(PlaceId probe, PlaceId equipment, ProbeUse use) implements Happening {}

    record ProbeRemoved(PlaceId probe) implements Happening {}

    enum Decision {
        RELEASE, DESTROY
    }

    /** Only a product probe says how warm what lies inside is, and only an ambient one how warm it is beside it. */
    enum ProbeUse {
        PRODUCT, AIR, AMBIENT
    }

    /** Which start: the event by its name, or the last such step of that container. */
    record StartRef(Optional<String> event, Optional<ContainerId> container, Optional<VialStep> step) {}
}
