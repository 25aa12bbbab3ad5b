package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.Predecessor;
import org.gardefroid.telemetry.Sha256;

/** Writes one batch; {@link BatchCodec} tells the form. */
final class BatchWriter {

    private final CBORGenerator generator;
    private final Batch batch;

    BatchWriter(CBORGenerator generator, Batch batch) {
        this.generator = generator;
        this.batch = batch;
    }

    void write() throws IOException {
        int head = 5 + (batch.predecessor().isPresent() ? 1 : 0) + (batch.brief().isPresent() ? 1 : 0);
        generator.writeStartArray(batch, head + batch.records().size());
        writeFirst();
        writeNumber("batch/number", "count", BigDecimal.valueOf(batch.id().number()));
        writeHash("batch/previous", batch.previous());
        if (batch.predecessor().isPresent()) {
            Predecessor before = batch.predecessor().get();
            writeText("batch/predecessor", before.journal() + ":" + before.lastNumber());
        }
        if (batch.brief().isPresent()) {
            writeHash("batch/brief", batch.brief().get());
        }
        writeText("batch/boot", batch.clock().boot().value());
        writeNumber("batch/monotonic", "s", BigDecimal.valueOf(batch.clock().monotonicMillis(), 3));
        RecordCodec records = new RecordCodec(generator, batch.clock().monotonicMillis());
        for (var record : batch.records()) {
            records.write(record);
        }
        generator.writeEndArray();
    }

    private void writeFirst() throws IOException {
        Optional<Instant> wall = batch.clock().wall();
        generator.writeStartObject(null, wall.isPresent() ? 5 : 4);
        Labels.writeText(generator, Labels.BASE_NAME, batch.id().device() + "/");
        if (wall.isPresent()) {
            Labels.writeNumber(generator, Labels.BASE_TIME, BigDecimal.valueOf(wall.get().toEpochMilli(), 3));
        }
        Labels.writeText(generator, Labels.BASE_UNIT, RecordCodec.CELSIUS);
        Labels.writeText(generator, Labels.NAME, "batch/journal");
        Labels.writeText(generator, Labels.STRING_VALUE, batch.id().journal().value());
        generator.writeEndObject();
    }

    private void writeText(String name, String value) throws IOException {
        generator.writeStartObject(null, 2);
        Labels.writeText(generator, Labels.NAME, name);
        Labels.writeText(generator, Labels.STRING_VALUE, value);
        generator.writeEndObject();
    }

    private void writeNumber(String name, String unit, BigDecimal value) throws IOException {
        generator.writeStartObject(null, 3);
        Labels.writeText(generator, Labels.NAME, name);
        Labels.writeText(generator, Labels.UNIT, unit);
        Labels.writeNumber(generator, Labels.VALUE, value);
        generator.writeEndObject();
    }

    private void writeHash(String name, Sha256 hash) throws IOException {
        generator.writeStartObject(null, 2);
        Labels.writeText(generator, Labels.NAME, name);
        Labels.writeBytes(generator, Labels.DATA_VALUE, hash);
        generator.writeEndObject();
    }
}
