package org.gardefroid.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gardefroid.edge.training.TrainingOptions;

/** What the training's agent is configured with: the names of its probes, and a plan that nobody will take for a real one. */
final class TrainingFiles {

    private TrainingFiles() {}

    static Path write(TrainingOptions options) throws IOException {
        Files.createDirectories(options.folder());
        return Files.writeString(options.folder().resolve("agent.properties"), """
                device = box
                folder = journal
                broker = localhost:1
                certificate = none
                key = none
                authority = none
                simulated.box = coolbox 2.5
                probe.box-product = simulated box product
                probe.box-air = simulated box air
                door.box-lid = simulated box
                plan.fr = Exercice : porter les vaccins au réfrigérateur du relais.
                plan.en = Training: take the vaccines to the relay's refrigerator.
                plan.number.1 = Pharmacie (exercice), 00 00 00 00 00
                """);
    }
}
