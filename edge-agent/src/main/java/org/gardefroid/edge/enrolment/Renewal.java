package org.gardefroid.edge.enrolment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.gardefroid.edge.uplink.Backoff;
import org.gardefroid.edge.uplink.TlsIdentity;
import org.gardefroid.edge.uplink.Way;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a certificate that counts: a third of its life before its end it is renewed, with a new key, and the next
 * connection is made with that. A renewal that fails is told, and tried again, for weeks; what is there goes on counting.
 */
public final class Renewal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    /** As the service checks it. */
    static final String SIGNED = "gardefroid renewal\n";

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** A box is often out for a day without a network; what lasts longer somebody must look at. */
    private static final Duration FAILS_FOR_LONG = Duration.ofDays(1);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(60);
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(200);

    private final Path agentsFolder;
    private final List<Optional<Way.Proxy>> through;
    private final Supplier<Optional<Instant>> clock;
    private final Backoff backoff;
    private final Thread thread = Thread.ofPlatform().daemon().name("renewal").unstarted(this::keepCurrent);
    private volatile SSLContext tls;
    private volatile Identity identity;
    private volatile String told = "";

    /**
     * @param ways to the broker: where they go through a proxy, the service is tried to be reached through it too
     * @param clock the wall clock; empty while it is not trusted, and then nothing is renewed
     */
    public Renewal(Path agentsFolder, Identity identity, List<Way> ways, Supplier<Optional<Instant>> clock,
            RandomGenerator random) throws IOException, GeneralSecurityException {
        this.agentsFolder = agentsFolder;
        this.identity = identity;
        this.through = ways.stream().map(Way::proxy).distinct().toList();
        this.clock = clock;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
        this.tls = tls(identity);
    }

    public void start() {
        thread.start();
    }

    /** Who we are now. */
    public SSLContext tls() {
        return tls;
    }

    /** What is wrong with the certificate, to whoever looks after the box; empty when nothing is. */
    public String told() {
        return told;
    }

    /** When it ends, if it should have been renewed a day ago, and the last attempt failed. */
    public Optional<Instant> keepsFailing() {
        Identity present = identity;
        return told.isEmpty()
                ? Optional.empty()
                : clock.get().filter(now -> now.isAfter(present.renewAfter().plus(FAILS_FOR_LONG)))
                        .map(_ -> present.ends());
    }

    private void keepCurrent() {
        try {
            while (true) {
                Optional<Duration> left = clock.get().map(now -> Duration.between(now, identity.renewAfter()));
                if (left.filter(time -> !time.isPositive()).isPresent()) {
                    renewOnce();
                } else {
                    Thread.sleep(shorter(left.orElse(LOOKS_EVERY)));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private static Duration shorter(Duration left) {
        Duration wait = left.compareTo(LOOKS_EVERY) < 0 ? left : LOOKS_EVERY;
        return wait.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : wait;
    }

    private void renewOnce() throws InterruptedException {
        for (Optional<Way.Proxy> proxy : through) {
            try {
                Identity next = renewed(proxy);
                tls = tls(next);
                identity = next;
                told = "";
                backoff.succeeded();
                LOG.info("certificate renewed device={} ends={}", next.device(), next.ends());
                return;
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                told = "certificate ends " + identity.ends() + " and is not renewed: " + e.getMessage();
                LOG.warn("certificate not renewed, tried again ends={} proxy={} reason=\"{}\"", identity.ends(),
                        proxy.map(Way.Proxy::toString).orElse("none"), e.toString());
            }
        }
        Thread.sleep(backoff.next().plus(FIRST_WAIT));
    }

    private Identity renewed(Optional<Way.Proxy> proxy)
            throws IOException, GeneralSecurityException, InterruptedException {
        Identity present = identity;
        ServiceAddress address = new ServiceAddress(present.service(), present.authorityOfService(), proxy);
        DeviceKey key = DeviceKey.make();
        String request = key.request();
        byte[] signature = DeviceKey.signature(TlsIdentity.privateKey(present.key()),
                (SIGNED + request).getBytes(StandardCharsets.UTF_8));
        try (EnrolmentService service = new EnrolmentService(address)) {
            ServiceAnswer answer = service.post("/enrol/renewal", Map.of(
                    "certificate", Files.readString(present.certificate(), StandardCharsets.US_ASCII), "request",
                    request,
                    "signature", Base64.getEncoder().encodeToString(signature)));
            if (!answer.isOk()) {
                throw new IOException(present.service() + " answers " + answer.status() + " " + answer.text("error"));
            }
            Granted granted = Granted.of(answer.fields()).filter(one -> one.device().equals(present.device()))
                    .orElseThrow(() -> new IOException(present.service() + " answers with no certificate of ours"));
            return Identity.keep(agentsFolder, granted, key.pem(), address);
        }
    }

    private static SSLContext tls(Identity identity) throws IOException, GeneralSecurityException {
        return TlsIdentity.read(identity.certificate(), identity.key(), identity.authority());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
