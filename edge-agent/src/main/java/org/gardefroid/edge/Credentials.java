package org.gardefroid.edge;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.gardefroid.edge.clock.ClockTrust;
import org.gardefroid.edge.clock.Machine;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.edge.configuration.AgentConfiguration;
import org.gardefroid.edge.enrolment.Renewal;
import org.gardefroid.edge.uplink.TlsIdentity;

/** Who we are at the broker: by files that a person put there and replaces, or by what enrolment left and renews itself. */
record Credentials(SSLContext byHand, Optional<Renewal> renewal) implements AutoCloseable {

    static Credentials of(AgentConfiguration configuration, Machine machine, RandomGenerator random)
            throws IOException, GeneralSecurityException {
        AgentConfiguration.Broker broker = configuration.broker();
        SSLContext tls = TlsIdentity.read(broker.certificate(), broker.key(), broker.authorities());
        if (configuration.identity().isEmpty()) {
            return new Credentials(tls, Optional.empty());
        }
        return new Credentials(tls,
                Optional.of(new Renewal(configuration.folder(), configuration.identity().get(), broker.ways(),
                        () -> wall(machine, configuration.clock()), random)));
    }

    /** Whatever time is simulated: a certificate counts in the time of the world. */
    private static Optional<Instant> wall(Machine machine, ClockTrust clock) {
        return Moment.of(machine.boot(), machine.monotonicMillis(), clock.isRight(machine.wall()),
                machine.wall()).wall();
    }

    void start() {
        renewal.ifPresent(Renewal::start);
    }

    SSLContext tls() {
        return renewal.map(Renewal::tls).orElse(byHand);
    }

    /** To be added to how it stands with the link. */
    String told() {
        return renewal.map(Renewal::told).filter(text -> !text.isEmpty()).map(text -> "; " + text).orElse("");
    }

    /** When the certificate ends, where its renewal keeps failing. */
    Optional<Instant> notRenewed() {
        return renewal.flatMap(Renewal::keepsFailing);
    }

    @Override
    public void close() {
        renewal.ifPresent(Renewal::close);
    }
}
