package org.gardefroid.ingest.judge;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.custody.Due;

/**
 * A step that began a time of an opened vial, or of a syringe.
 *
 * @param drawnFrom the vial that the syringe was filled from; empty for a vial
 * @param revision of the profile; empty where there is none
 * @param deadline empty where no figure says for how long
 * @param expiredAt the deadline, once it has come, of the step that it comes of
 * @param finishedAt when the vial was used up, wasted or handed back
 * @param voidedAt when the start was taken back
 */
public record DoseRow(
        VialId vial,
        Optional<VialId> drawnFrom,
        ProductId product,
        OptionalInt revision,
        VialStep step,
        Instant startedAt,
        Optional<Due> deadline,
        Optional<Instant> expiredAt,
        Optional<Instant> finishedAt,
        Optional<Instant> voidedAt) {}
