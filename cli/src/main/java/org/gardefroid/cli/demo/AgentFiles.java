package org.gardefroid.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.testbed.PrivateFiles;
import org.gardefroid.testbed.certificates.PemFiles;

/** What one agent of the demo is started with: its configuration, its scenario, and where its ledger is written. */
record AgentFiles(Path configuration, Path ledger) {

    static AgentFiles write(Path folder, SimulatedEquipment equipment, PemFiles pem, int brokerPort, Instant start,
            long seed) {
        Path own = PrivateFiles.folder(folder.resolve(equipment.device()));
        try {
            Files.write(own.resolve("scenario"), equipment.script());
            Files.write(own.resolve("agent.properties"), lines(own, equipment, pem, brokerPort, start, seed));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the configuration of " + equipment.device(), e);
        }
        return new AgentFiles(own.resolve("agent.properties"), own.resolve("ledger.jsonl"));
    }

    private static List<String> lines(Path own, SimulatedEquipment equipment, PemFiles pem, int brokerPort,
            Instant start, long seed) {
        String simulated = "simulated " + equipment.name();
        List<String> lines = new ArrayList<>(List.of("device = " + equipment.device(), "shard = 0",
                "broker = localhost:" + brokerPort, "certificate = " + pem.certificate(), "key = " + pem.key(),
                "authority = " + pem.authority(), "folder = " + own.resolve("journal"), "sample.every = 10s",
                "record.every = 10s",
                "simulated." + equipment.name() + " = "
                        + (equipment.isCoolBox() ? "coolbox " + equipment.coolBoxPackKilograms() : "refrigerator"),
                "scenario." + equipment.name() + " = scenario", "simulation.seed = " + seed,
                "simulation.start = " + start, "probe." + equipment.productProbe() + " = " + simulated + " product",
                "probe." + equipment.airProbe() + " = " + simulated + " air",
                "door." + equipment.door() + " = " + simulated));
        if (equipment.isCoolBox()) {
            lines.addAll(List.of("power = " + simulated, "vials = " + simulated, "orientation = " + simulated));
        }
        return lines;
    }
}
