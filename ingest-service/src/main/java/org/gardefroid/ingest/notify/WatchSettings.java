package org.gardefroid.ingest.notify;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.gardefroid.alerting.cascade.WeeklyMoment;
import org.jspecify.annotations.Nullable;

/**
 * Who watches the watcher.
 *
 * @param heartbeat an address outside that is told each minute that alarms come through, and raises an alarm of its own when it
 *     is told nothing more
 * @param testDay when each site gets its weekly test, by its own clock
 * @param test whether there is one; a demo has none
 */
@ConfigurationProperties("gardefroid.watch")
public record WatchSettings(
        @Nullable URI heartbeat,
        @Bindable(defaultValue = "MONDAY") DayOfWeek testDay,
        @Bindable(defaultValue = "10:00") String testTime,
        @Bindable(defaultValue = "true") boolean test,
        @Bindable(defaultValue = "10s") Duration timeout) {

    WeeklyMoment weekly() {
        return new WeeklyMoment(testDay, LocalTime.parse(testTime));
    }
}
