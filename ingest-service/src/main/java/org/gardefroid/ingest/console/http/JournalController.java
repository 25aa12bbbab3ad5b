package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.guard.Admission;
import org.gardefroid.ingest.guard.Arrival;
import org.gardefroid.ingest.guard.LeaseLostException;
import org.gardefroid.ingest.guard.StoreUnavailableException;
import org.gardefroid.ingest.receive.JournalImport;
import org.gardefroid.ingest.registry.Directory.KnownDevice;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Rejection;
import org.jspecify.annotations.Nullable;

/** Where a person brings what is on the card of a box that is dead or revoked. */
@Controller("/api/journals")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class JournalController {

    private static final int MOST_BATCHES = 1_000;

    private final JournalImport imports;
    private final ConsoleDatabase database;
    private final InstantSource clock;

    JournalController(JournalImport imports, ConsoleDatabase database, InstantSource clock) {
        this.imports = imports;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Some batches of one device.
     *
     * @param unreadable by journal, the numbers that its card had and that could not be read any more, as {@code 3-7,9-9}:
     *     kept in the audit log, for what they held stays unobserved
     */
    @Serdeable
    record Brought(String device, List<BroughtBatch> batches, @Nullable Map<String, String> unreadable) {}

    /** @param bytes in base64 */
    @Serdeable
    record BroughtBatch(String journal, long number, String bytes) {}

    /** @param became {@code stored}, {@code known} or {@code refused}, the last with its {@code reason} */
    @Serdeable
    record Fate(String journal, long number, String became, int readings, String reason, String detail) {}

    @Serdeable
    record Answer(List<Fate> batches) {}

    @Post
    HttpResponse<?> take(Visit visit, @Body Brought brought) {
        Person person = visit.person();
        if (!person.role().mayImportJournals()) {
            return refused(HttpStatus.FORBIDDEN, "role");
        }
        List<Arrival> batches;
        Optional<KnownDevice> device;
        try {
            DeviceId name = new DeviceId(brought.device());
            device = imports.device(name);
            batches = brought.batches().stream().map(batch -> read(name, batch)).toList();
        } catch (IllegalArgumentException e) {
            return refused(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        // A device of another site is as unknown as one that does not exist.
        if (device.filter(known -> visit.maySee(known.site())).isEmpty()
                || device.get().foreign()) {
            return refused(HttpStatus.NOT_FOUND, "device");
        }
        if (batches.size() > MOST_BATCHES) {
            return refused(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "at most " + MOST_BATCHES + " batches");
        }
        if (!imports.serves(device.get())) {
            return refused(HttpStatus.SERVICE_UNAVAILABLE, "shard");
        }
        try {
            List<Fate> fates = imports.store(device.get(), batches).stream().map(JournalController::fate).toList();
            note(person, brought, fates);
            return HttpResponse.ok(new Answer(fates));
        } catch (StoreUnavailableException | LeaseLostException e) {
            return refused(HttpStatus.SERVICE_UNAVAILABLE, "database");
        }
    }

    /** A refusal that a program reads: what is wrong, as a word. */
    private static HttpResponse<?> refused(HttpStatus status, String error) {
        return HttpResponse.status(status).body(Map.of("error", error));
    }

    private Arrival read(DeviceId device, BroughtBatch batch) {
        return Arrival.of(new BatchId(device, new JournalId(batch.journal()), batch.number()),
                Base64.getDecoder().decode(batch.bytes()), clock.instant());
    }

    private static Fate fate(Admission admission) {
        BatchId id = admission.arrival().id();
        return switch (admission) {
            case Admission.New(var arrival, Batch batch) -> fate(id, "stored", readings(batch), "", "");
            case Admission.Repeat(var arrival) -> fate(id, "known", 0, "", "");
            case Admission.Quarantined(var arrival, Rejection reason, String detail) ->
                fate(id, "refused", 0, reason.code(), detail);
        };
    }

    private static Fate fate(BatchId id, String became, int readings, String reason, String detail) {
        return new Fate(id.journal().value(), id.number(), became, readings, reason, detail);
    }

    private static int readings(Batch batch) {
        return (int) batch.records().stream().filter(record -> record.observation() instanceof Measured).count();
    }

    private void note(Person person, Brought brought, List<Fate> fates) {
        long stored = fates.stream().filter(fate -> fate.became().equals("stored")).count();
        long refused = fates.stream().filter(fate -> fate.became().equals("refused")).count();
        database.change(sql -> {
            Audit.add(sql, clock.instant(), person.name(), "journal-imported", "device " + brought.device() + ", "
                    + fates.size() + " batches, " + stored + " stored, " + refused + " refused");
            Optional.ofNullable(brought.unreadable()).orElse(Map.of()).forEach((journal, numbers) -> Audit.add(sql,
                    clock.instant(), person.name(), "journal-unreadable",
                    "device " + brought.device() + ", journal " + journal + ", batches " + numbers));
        });
    }
}
