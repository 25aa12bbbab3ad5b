package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.Happening.ProbeUse;

/** Judges goods by what is known of the places that they have been in: the box its own, the service all. */
public final class GoodsJudge {

    private final Collection<ProductProfile> profiles;
    private final Surroundings surroundings;

    public GoodsJudge(Collection<ProductProfile> profiles, Surroundings surroundings) {
        this.profiles = List.copyOf(profiles);
        this.surroundings = surroundings;
    }

    /** What boxes have recorded, in the words of custody. */
    public List<CustodyEvent> events(Collection<BoxEvents.Told> records) {
        return BoxEvents.of(records, this::dosesPerVial);
    }

    /** How many doses are left in it, by what was told, and by what its profile says that a vial holds. */
    public Optional<Integer> dosesLeft(Story story) {
        return Optional.ofNullable(BoxEvents.left(story.told(), this::dosesPerVial).get(story.goods()));
    }

    private Optional<Integer> dosesPerVial(ProductId product) {
        return profiles.stream().filter(profile -> profile.product().equals(product)).findFirst()
                .flatMap(ProductProfile::dosesPerVial);
    }

    /** {@code now}, or what is recorded of a later time: a person's entry may be ahead of what a box has sent. */
    public static Instant latest(Collection<CustodyEvent> events, Instant now) {
        return events.stream().flatMap(event -> event.at().stream()).filter(now::isBefore)
                .max(Comparator.naturalOrder()).orElse(now);
    }

    /** Something of which nothing else is known, such as a vial whose doses alone were counted, is known from now on. */
    public Judgement judge(Collection<CustodyEvent> events, ContainerId container, Instant now) {
        Mission mission = new Mission(profiles);
        events.forEach(mission::add);
        if (events.stream().noneMatch(event -> Involved.in(event.what()).contains(container))) {
            mission.add(new CustodyEvent(Optional.empty(), Optional.of(now), 0, Optional.empty(),
                    new Happening.Labelled(container, Label.NONE)));
        }
        for (String equipment : equipments(events)) {
            surroundings.probes(equipment).forEach(hung -> place(mission, equipment, hung));
            surroundings.readings(equipment).forEach(
                    (probe, folded) -> mission.add(probe, folded.runs(), folded.longestGap()));
        }
        return mission.judge(new Mission.Question(now, Optional.empty(), Optional.empty())).stream()
                .filter(judgement -> judgement.container().equals(container)).findFirst()
                .orElseThrow();
    }

    private static void place(Mission mission, String equipment, Surroundings.Hung hung) {
        ProbeUse use = switch (hung.purpose()) {
            case PRODUCT -> ProbeUse.PRODUCT;
            case AIR -> ProbeUse.AIR;
            case AMBIENT -> ProbeUse.AMBIENT;
        };
        mission.add(new CustodyEvent(Optional.empty(), Optional.of(hung.from()), 0, Optional.empty(),
                new Happening.ProbePlaced(hung.probe(), new PlaceId(equipment), use)));
        if (hung.until().isBefore(Instant.MAX)) {
            mission.add(new CustodyEvent(Optional.empty(), Optional.of(hung.until()), 1, Optional.empty(),
                    new Happening.ProbeRemoved(hung.probe())));
        }
    }

    private static Set<String> equipments(Collection<CustodyEvent> events) {
        Set<String> equipments = new LinkedHashSet<>();
        for (CustodyEvent event : events) {
            switch (event.what()) {
                case Happening.Placed placed -> equipments.add(placed.equipment().name());
                case Happening.WentTo went -> went.place().near().ifPresent(place -> equipments.add(place.name()));
                default -> { // it is nowhere else for that
                }
            }
        }
        return equipments;
    }
}
