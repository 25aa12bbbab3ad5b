package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gardefroid.alerting.Fact;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.DoseStage;
import org.gardefroid.vaccines.custody.Judgement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what is on the card, and says what a person at the box should know. Of what is not on the card nothing is said:
 * the service, which judges the same records, would say otherwise.
 */
public final class LocalWarning {

    private static final Logger LOG = LoggerFactory.getLogger(LocalWarning.class);

    private final Supplier<Optional<Brief>> briefs;
    private final BoxGoods goods;
    private final BoxTime time = new BoxTime();
    private final Map<VialId, Said> said = new HashMap<>();
    private Optional<Sha256> judgedBy = Optional.empty();
    private List<WatchedEquipment> equipments = List.of();
    private Light shown = Light.UNWATCHED;
    private Findings findings = Findings.NONE;
    private boolean isPastKnown = true;

    /** What was last said of a vial, which is not said again while it stands. */
    private record Said(Spoken verdict, Light light, DoseStage stage) {}

    /** @param briefs the brief in force */
    public LocalWarning(Supplier<Optional<Brief>> briefs) {
        this(briefs, VialNumbers.inMemory(), KeptRuns.none());
    }

    /**
     * @param numbers what the goods are called at the box
     * @param kept what probes read before all that is recalled
     */
    public LocalWarning(Supplier<Optional<Brief>> briefs, VialNumbers numbers, KeptRuns kept) {
        this.briefs = briefs;
        this.goods = new BoxGoods(numbers, kept);
    }

    /**
     * Judges once more what was on the card before this start, so that what goes on is known. Nothing is shown yet: until
     * something is on the card that was made since, nobody watches.
     *
     * @param past in the order of sealing
     */
    public void recall(List<Batch> past) {
        try {
            for (Batch batch : past) {
                adopt(batch.brief());
                goods.sealed(batch);
                Function<WatchedEquipment, List<Fact>> judging = judging(batch);
                for (WatchedEquipment equipment : equipments) {
                    List<Fact> found = judging.apply(equipment);
                    LOG.debug("recalled equipment={} facts={}", equipment.id(), found.size());
                }
            }
            equipments.forEach(this::tellOngoing);
        } catch (RuntimeException e) { // then it begins anew, as if nothing had been there
            LOG.error("the past was not judged batches={}", past.size(), e);
            isPastKnown = false;
            forget();
        }
    }

    /** Whether what was on the card before this start could be judged. */
    public boolean isPastKnown() {
        return isPastKnown;
    }

    /** The vials and syringes that have a number, and of which what is recalled says nothing: they were opened before. */
    public Map<VialId, Integer> forgotten() {
        return goods.forgotten();
    }

    private void forget() {
        judgedBy = Optional.empty();
        equipments = List.of();
    }

    /** A batch is on the card. */
    public void sealed(Batch batch) {
        Light light;
        try {
            adopt(batch.brief());
            goods.sealed(batch);
            goods.judge();
            tellOfVials();
            light = judge(batch);
        } catch (RuntimeException e) { // a rule that fails must not stop the journal; that nobody judges is shown
            LOG.error("judging failed batch={}", batch.id(), e);
            light = Light.UNWATCHED;
        }
        show(light);
        long latest = batch.records().stream().mapToLong(JournalRecord::monotonicMillis).max().orElseThrow();
        findings = new Findings(light, latest, time.counting(), !equipments.isEmpty(),
                equipments.stream().flatMap(equipment -> equipment.ongoing().stream()).toList(), goods.doses(),
                goods.lots());
    }

    /** As of the last batch. */
    public Findings findings() {
        return findings;
    }

    public Light light() {
        return shown;
    }

    /** What is said of a vial that was handled here. */
    public Optional<Judgement> judgement(VialId vial) {
        return goods.all().stream().filter(known -> known.id().equals(vial)).map(OpenedVial::judgement).findFirst();
    }

    private void adopt(Optional<Sha256> hash) {
        if (hash.isEmpty() || hash.equals(judgedBy)) {
            return;
        }
        judgedBy = hash;
        Optional<Brief> brief = briefs.get();
        List<WatchedEquipment> named = new ArrayList<>();
        for (Brief.Equipment equipment : brief.map(Brief::equipments).orElse(List.of())) {
            equipments.stream().filter(before -> before.isJudgedBy(equipment)).findAny()
                    .or(() -> WatchedEquipment.of(equipment))
                    .ifPresentOrElse(named::add, () -> LOG.warn("rules unknown equipment={} preset={}", equipment.id(),
                            equipment.preset()));
        }
        equipments = List.copyOf(named);
        goods.adopt(brief);
    }

    private Light judge(Batch batch) {
        Light worst = equipments.isEmpty() ? Light.UNWATCHED : Light.GOOD;
        boolean wasUndated = time.counting().isPresent();
        Function<WatchedEquipment, List<Fact>> judging = judging(batch);
        if (time.counting().isPresent()) {
            worst = worse(worst, Light.LOOK); // what needs the date nobody watches
        }
        for (WatchedEquipment equipment : equipments) {
            List<Fact> found = judging.apply(equipment);
            if (wasUndated && time.counting().isEmpty()) {
                tellOngoing(equipment); // now with its dates
            } else {
                found.forEach(fact -> tell(equipment, fact));
            }
            worst = worse(worst, equipment.light());
        }
        for (OpenedVial vial : goods.all()) {
            worst = worse(worst, vial.light());
        }
        for (PlacedLot lot : goods.lots()) {
            worst = worse(worst, lot.light());
        }
        return worst;
    }

    /**
     * How each equipment is judged by this batch: without a date by the time that is counted; once there is one, what waited for
     * it is judged again with its own.
     */
    private Function<WatchedEquipment, List<Fact>> judging(Batch batch) {
        Optional<List<DatedRecord>> dated = batch.dated();
        if (dated.isEmpty()) {
            List<DatedRecord> counted = time.count(batch,
                    equipments.stream().map(WatchedEquipment::judgedUpTo).max(Comparator.naturalOrder())
                            .orElse(Instant.EPOCH),
                    equipments.stream().map(WatchedEquipment::longestGap).max(Comparator.naturalOrder())
                            .orElse(Duration.ZERO));
            return equipment -> equipment.judgeUndated(counted);
        }
        List<Batch> waited = time.known(batch);
        return equipment -> {
            List<DatedRecord> records = new ArrayList<>(
                    BoxTime.dated(waited, batch, equipment.datedUpTo(), equipment.longestGap()));
            records.addAll(dated.get());
            return equipment.judge(records);
        };
    }

    private static Light worse(Light one, Light other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void tellOngoing(WatchedEquipment equipment) {
        equipment.ongoing().forEach(fact -> tell(equipment, fact));
    }

    private void tell(WatchedEquipment equipment, Fact fact) {
        LOG.info("box {} equipment={} rule={} since={} {}", fact.cause().code(), equipment.id(), fact.id().rule(),
                date(fact.id().since()),
                fact.endedAt().map(ended -> "ended=" + date(ended)).orElseGet(() -> "confirmed="
                        + date(fact.confirmedAt())));
    }

    /** A date that is only counted would mislead whoever reads the log. */
    private String date(Instant at) {
        return time.counting().filter(counting -> !counting.isReal(at)).isPresent() ? "time-unknown" : at.toString();
    }

    private void tellOfVials() {
        for (OpenedVial vial : goods.all()) {
            Said now = new Said(Spoken.of(vial.judgement()), vial.light(), vial.judgement().stage());
            if (!now.equals(said.put(vial.id(), now))) {
                LOG.info("box dose vial={} product={} verdict=\"{}\" avis=\"{}\" stage={} until={}", vial.id(),
                        vial.product(),
                        now.verdict().english(), now.verdict().french(), now.stage(),
                        vial.judgement().runsOut().map(due -> due.at() + " " + due.by()).orElse("-"));
            }
        }
    }

    private void show(Light light) {
        if (light != shown) {
            shown = light;
            LOG.info("box light={} lumiere=\"{}\"", light.english(), light.french());
        }
    }
}
