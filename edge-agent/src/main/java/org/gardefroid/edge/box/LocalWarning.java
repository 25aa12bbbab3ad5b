package org.gardefroid.edge.box;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gardefroid.alerting.Fact;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what is on the card, and says what a person at the box should know. Of what is not on the card nothing is said:
 * the service, which judges the same records, would say otherwise.
 */
public final class LocalWarning {

    private static final Logger LOG = LoggerFactory.getLogger(LocalWarning.class);

    private final Supplier<Optional<Brief>> briefs;
    private Optional<Sha256> judgedBy = Optional.empty();
    private List<WatchedEquipment> equipments = List.of();
    private Light shown = Light.UNWATCHED;

    /** @param briefs the brief in force */
    public LocalWarning(Supplier<Optional<Brief>> briefs) {
        this.briefs = briefs;
    }

    /** A batch is on the card. */
    public void sealed(Batch batch) {
        Light light;
        try {
            adopt(batch.brief());
            light = batch.dated().map(this::judge).orElse(Light.UNWATCHED);
        } catch (RuntimeException e) { // a rule that fails must not stop the journal; that nobody judges is shown
            LOG.error("judging failed batch={}", batch.id(), e);
            light = Light.UNWATCHED;
        }
        show(light);
    }

    public Light light() {
        return shown;
    }

    private void adopt(Optional<Sha256> hash) {
        if (hash.isEmpty() || hash.equals(judgedBy)) {
            return;
        }
        judgedBy = hash;
        List<WatchedEquipment> named = new ArrayList<>();
        for (Brief.Equipment equipment : briefs.get().map(Brief::equipments).orElse(List.of())) {
            WatchedEquipment.of(equipment).ifPresentOrElse(named::add,
                    () -> LOG.warn("rules unknown equipment={} preset={}", equipment.id(), equipment.preset()));
        }
        equipments = List.copyOf(named);
    }

    private Light judge(List<DatedRecord> records) {
        Light worst = equipments.isEmpty() ? Light.UNWATCHED : Light.GOOD;
        for (WatchedEquipment equipment : equipments) {
            for (Fact fact : equipment.judge(records)) {
                LOG.info("box {} equipment={} rule={} since={} {}", fact.cause().code(), equipment.id(),
                        fact.id().rule(),
                        fact.id().since(), fact.endedAt().map(ended -> "ended=" + ended).orElse("confirmed="
                                + fact.confirmedAt()));
            }
            Light light = equipment.light();
            worst = light.compareTo(worst) > 0 ? light : worst;
        }
        return worst;
    }

    private void show(Light light) {
        if (light != shown) {
            shown = light;
            LOG.info("box light={} lumiere=\"{}\"", light.english(), light.french());
        }
    }
}
