package org.gardefroid.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.edge.clock.AgentClock;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.edge.configuration.AgentConfiguration;
import org.gardefroid.edge.sampling.Ledger;
import org.gardefroid.edge.sampling.Sampled;
import org.gardefroid.edge.sampling.Sampler;
import org.gardefroid.edge.sampling.Watch;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Sha256;

/** Samples, moment after moment, and hands over what it found: a card that is slow does not hold it up. */
final class SamplingThread implements Runnable {

    private final AgentClock clock;
    private final Sampler sampler;
    private final AgentConfiguration configuration;
    private final BriefFile briefs;
    private final Optional<Ledger> ledger;
    private final OutboxThread outbox;
    private final Told told;
    private Optional<Sha256> brief = Optional.empty();
    private long ledgerLines;

    SamplingThread(AgentClock clock, Sampler sampler, AgentConfiguration configuration, BriefFile briefs,
            Optional<Ledger> ledger, OutboxThread outbox, Told told) {
        this.clock = clock;
        this.sampler = sampler;
        this.configuration = configuration;
        this.briefs = briefs;
        this.ledger = ledger;
        this.outbox = outbox;
        this.told = told;
    }

    @Override
    public void run() {
        try {
            for (Optional<Moment> now = clock.next(); now.isPresent(); now = clock.next()) {
                cycle(now.get());
            }
            outbox.sourceEnded();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the agent stops
        } catch (RuntimeException e) {
            outbox.failed(e); // nothing may go on unwatched: the agent ends, and whoever supervises it starts it again
        }
    }

    private void cycle(Moment now) throws InterruptedException {
        Optional<Sha256> adopted = adopt();
        List<Sampled> found = new ArrayList<>(sampler.cycle(now));
        told.toldSinceLastAsked().forEach(event -> found.add(new Sampled(event, true)));
        adopted.ifPresent(hash -> found.add(new Sampled(new Event.BriefAdopted(hash), false)));
        for (Sampled sampled : found) {
            if (sampled.observation() instanceof Measured measured && ledger.isPresent()) {
                ledgerLines = ledger.get().made(now, measured);
            }
        }
        // A turn that found nothing worth a record is handed on too: the light is pulsed by whoever judges it.
        outbox.cycle(new Cycle(now, found, sampler.seen(), brief, ledgerLines));
    }

    private Optional<Sha256> adopt() {
        Optional<BriefFile.InForce> inForce = briefs.inForce();
        Optional<Sha256> hash = inForce.map(BriefFile.InForce::hash);
        if (hash.equals(brief)) {
            return Optional.empty();
        }
        brief = hash;
        sampler.watch(probe -> watch(probe, configuration, briefs));
        return hash;
    }

    static Watch watch(ProbeId probe, AgentConfiguration configuration, BriefFile briefs) {
        return Watches.of(probe, configuration.wiring().driver(probe), briefs.inForce().map(BriefFile.InForce::brief),
                configuration.recordEvery());
    }
}
