package org.gardefroid.ingest.canary;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gardefroid.ingest.enrolment.DeviceAuthority;
import org.gardefroid.ingest.mqtt.Arrival;
import org.gardefroid.ingest.mqtt.BrokerGuests;
import org.gardefroid.ingest.mqtt.BrokerLink;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.wire.Decoded;
import org.gardefroid.telemetry.wire.ReceiptCodec;
import org.gardefroid.telemetry.wire.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A reading of the service's own device, sent over the broker with a certificate of its own, receipted after the commit, and judged.
 * Where the installation has no authority for devices there is none: nobody here can let anybody speak as a device.
 */
@Singleton
@Requires(property = "gardefroid.enrolment.authority")
public class CanaryReading implements AutoCloseable {

    private static final Duration CERTIFICATE_LASTS = Duration.ofDays(30);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final DeviceAuthority authority;
    private final BrokerGuests broker;
    private final CanaryRows rows;
    private final Directories directories;
    private final InstantSource clock;
    private final Duration patience;
    private final int shard;
    private final DeviceId device;
    private final Semaphore somethingCame = new Semaphore(0);
    private volatile Receipt receipt = new Receipt(Optional.empty(), List.of());
    private @Nullable BrokerLink link;
    private CanaryJournal journal;
    private Optional<byte[]> unanswered = Optional.empty();

    CanaryReading(DeviceAuthority authority, BrokerGuests broker, Transactions transactions, Directories directories,
            InstantSource clock, @Value("${gardefroid.watch.canary-patience}") Duration patience,
            @Value("${gardefroid.receive.shards}") List<Integer> shards) {
        this.authority = authority;
        this.broker = broker;
        this.directories = directories;
        this.clock = clock;
        this.patience = patience;
        this.shard = shards.getFirst();
        // Each instance has its own: a broker lets in one client of a name.
        this.device = new DeviceId("canary-" + broker.host());
        this.rows = new CanaryRows(transactions, device);
        this.journal = new CanaryJournal(device);
    }

    /** @return where it did not come; empty if it came all the way, or there is no site yet that a device could be of */
    public Optional<String> fly(Instant now) throws InterruptedException, SQLException {
        if (!isRegistered()) {
            return Optional.empty();
        }
        BrokerLink up = link();
        if (!came(up::isUp)) {
            return Optional.of("the broker does not let the canary in");
        }
        byte[] batch = unanswered.orElseGet(() -> journal.seal(now));
        unanswered = Optional.of(batch);
        long number = journal.number();
        if (!up.send(new Topic.UpBatch(shard, journal.id(number)).asString(), batch)
                || !came(() -> isAnswered(number))) {
            return Optional.of("the canary's reading has no receipt after " + patience);
        }
        unanswered = Optional.empty();
        Optional<Rejection> refused = refusal(number);
        if (refused.isPresent()) {
            journal = new CanaryJournal(device);
            return Optional.of("the canary's reading is in quarantine: " + refused.get().code());
        }
        return isJudged(number)
                ? Optional.empty()
                : Optional.of("the canary's reading is stored, and not judged after " + patience);
    }

    private boolean isRegistered() throws SQLException {
        if (directories.current().device(device).isEmpty()) {
            rows.register(shard);
            directories.renew();
        }
        return directories.current().device(device).isPresent();
    }

    private BrokerLink link() {
        BrokerLink open = link;
        if (open == null) {
            open = broker.link(device.value(), this::identity);
            open.subscribeTo(List.of(new Topic.DownReceipt(shard, device).asString()));
            open.open((arrival, any) -> take(arrival), somethingCame::release);
            link = open;
        }
        return open;
    }

    /** The key never leaves this process: each connection has its own. */
    private BrokerGuests.Identity identity() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new BrokerGuests.Identity(pair.getPrivate(),
                    authority.certify(pair.getPublic(), device.value(), clock.instant().plus(CERTIFICATE_LASTS)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no keys of secp256r1", e);
        }
    }

    private boolean take(Arrival arrival) {
        if (ReceiptCodec.decode(arrival.payload()) instanceof Decoded.Ok<Receipt>(Receipt told)) {
            receipt = told;
            somethingCame.release();
        }
        return true;
    }

    private boolean isAnswered(long number) {
        return receipt.journals().stream().filter(of -> of.journal().equals(journal.id()))
                .anyMatch(of -> of.stored().contains(number) || of.rejected().containsKey(number));
    }

    private Optional<Rejection> refusal(long number) {
        return receipt.journals().stream().filter(of -> of.journal().equals(journal.id()))
                .flatMap(of -> Optional.ofNullable(of.rejected().get(number)).stream()).findFirst();
    }

    private boolean came(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            long left = until - System.nanoTime();
            if (left <= 0 || !somethingCame.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                return condition.getAsBoolean();
            }
        }
        return true;
    }

    private boolean isJudged(long number) throws InterruptedException, SQLException {
        long until = System.nanoTime() + patience.toNanos();
        while (!rows.isJudged(journal.id(), number)) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return true;
    }

    @Override
    @PreDestroy
    public void close() {
        if (link != null) {
            link.close();
        }
    }
}
