package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gardefroid.vaccines.custody.ContainerId;
import org.gardefroid.vaccines.custody.Due;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.Ruling;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was last said of some goods, and when they are to be looked at again. */
final class LastJudgement {

    private static final Logger LOG = LoggerFactory.getLogger(LastJudgement.class);

    /** What nothing has touched is judged again after so long: its unobserved minutes may have become too many. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(60);

    private static final Duration SETTLES_AFTER = Duration.ofHours(1);

    /** That was so before anything was opened, and is nothing to run for. */
    private static final Set<Ground.Code> FROM_THE_BEGINNING = Set.of(Ground.Code.PROFILE_NOT_SIGNED,
            Ground.Code.OPENING_EXPOSURE_UNKNOWN);

    private final Supplier<ContainerId> goods;
    private @Nullable Judgement judged;
    private boolean touched = true;

    /** @param goods what they are called, as far as is known by then */
    LastJudgement(Supplier<ContainerId> goods) {
        this.goods = goods;
    }

    /** Something was recorded of them, or means something else now. */
    void touch() {
        touched = true;
    }

    /** @param possible by each way that they may have come: the worst counts */
    void judge(Instant now, Supplier<List<Judgement>> possible) {
        Judgement before = judged;
        boolean isDue = touched || before == null
                || !isSettled(before) && !now.isBefore(before.now().plus(LOOK_AGAIN_AFTER))
                || before.wakeAt().filter(wake -> !wake.isAfter(now)).isPresent();
        if (isDue) {
            touched = false;
            try {
                judged = Judgement.worst(possible.get());
            } catch (RuntimeException e) { // the others are judged all the same
                LOG.error("not judged goods={}", goods.get(), e);
                judged = Judgement.impossible(goods.get(), now);
            }
        }
    }

    /** What is read after an end closes the gap in which it ended; then nothing changes any more. */
    private static boolean isSettled(Judgement said) {
        return said.grounds().stream().filter(ground -> ground.code() == Ground.Code.FINISHED)
                .flatMap(ground -> ground.since().stream())
                .anyMatch(end -> said.now().isAfter(end.plus(SETTLES_AFTER)));
    }

    boolean isThere() {
        return judged != null;
    }

    Judgement get() {
        return Optional.ofNullable(judged).orElseThrow();
    }

    boolean isFinished() {
        return get().grounds().stream().anyMatch(ground -> ground.code() == Ground.Code.FINISHED);
    }

    /** Of what may not be used only that its time is over is of interest; without the time, nothing is. */
    Optional<Instant> deadline() {
        Judgement said = get();
        if (said.grounds().stream().anyMatch(ground -> ground.code() == Ground.Code.TIME_UNKNOWN)) {
            return Optional.empty();
        }
        return said.ruling() == Ruling.ISOLATE
                ? said.countdown().stream().map(Due::at).findFirst()
                        .filter(end -> isFromTheBeginning() || !end.isAfter(said.now()))
                : said.runsOut().map(Due::at);
    }

    /** What it asks of whoever stands before the box. What is used up asks nothing any more. */
    Light light() {
        if (isFinished()) {
            return Light.GOOD;
        }
        Judgement said = get();
        if (said.ruling() == Ruling.TIME_OVER || deadline().filter(end -> !end.isAfter(said.now())).isPresent()) {
            return Light.ACT;
        }
        if (said.ruling() == Ruling.USABLE) {
            return said.stage().isWarning() ? Light.LOOK : Light.GOOD;
        }
        return isFromTheBeginning() ? Light.LOOK : Light.ACT;
    }

    private boolean isFromTheBeginning() {
        return get().grounds().stream().filter(Ground::holds).map(Ground::code).allMatch(FROM_THE_BEGINNING::contains);
    }
}
