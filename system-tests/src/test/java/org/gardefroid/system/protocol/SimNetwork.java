package org.gardefroid.system.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.ingest.guard.Arrival;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.wire.QuestionCodec;
import org.gardefroid.telemetry.wire.ReceiptCodec;

/** Carries messages, and loses, doubles, delays and reorders them. */
final class SimNetwork {

    private final Simulation simulation;
    private final List<SimInstance> instances = new ArrayList<>();
    private final Map<DeviceId, SimAgent> agents = new HashMap<>();
    private double loss;
    private double duplication;
    private double slow;

    /** What goes up. */
    sealed interface Up {
        DeviceId device();

        record OfBatch(Arrival arrival) implements Up {
            @Override
            public DeviceId device() {
                return arrival.id().device();
            }
        }

        record OfQuestion(DeviceId device, Question question) implements Up {}
    }

    SimNetwork(Simulation simulation) {
        this.simulation = simulation;
    }

    void join(SimInstance instance) {
        instances.add(instance);
    }

    void join(SimAgent agent) {
        agents.put(agent.device(), agent);
    }

    List<DeviceId> devices() {
        return List.copyOf(agents.keySet());
    }

    void beFaulty(double loss, double duplication, double slow) {
        this.loss = loss;
        this.duplication = duplication;
        this.slow = slow;
    }

    void batch(BatchId id, byte[] content) {
        Up up = new Up.OfBatch(Arrival.of(id, content, World.START.plusMillis(simulation.nowMillis())));
        carry(() -> instances.forEach(instance -> instance.arrived(up)));
    }

    void question(DeviceId device, Question question) {
        Up up = new Up.OfQuestion(device, QuestionCodec.decode(QuestionCodec.encode(question)).orThrow());
        carry(() -> instances.forEach(instance -> instance.arrived(up)));
    }

    void receipt(DeviceId device, Receipt receipt) {
        byte[] content = ReceiptCodec.encode(receipt);
        carry(() -> agent(device).receiptArrived(ReceiptCodec.decode(content).orThrow()));
    }

    void hello(DeviceId device) {
        carry(() -> agent(device).helloArrived());
    }

    private SimAgent agent(DeviceId device) {
        SimAgent agent = agents.get(device);
        if (agent == null) {
            throw new IllegalArgumentException("no agent " + device);
        }
        return agent;
    }

    private void carry(Runnable arrival) {
        int copies = simulation.chance(loss) ? 0 : simulation.chance(duplication) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            long delay = simulation.chance(slow) ? simulation.between(100, 20_000) : simulation.between(1, 80);
            simulation.after(delay, arrival);
        }
    }
}
