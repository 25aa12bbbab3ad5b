package org.gardefroid.edge.delivery;

import java.time.Duration;

/**
 * The limits and waits of a delivery.
 *
 * @param firstWindowBytes the window on connecting
 * @param leastWindowBytes halving ends here
 * @param mostWindowBytes growing ends here
 * @param mostInFlight the most batches in flight, however small: the broker's queue counts messages
 * @param backlogPercent the share of the window that the backlog may fill
 * @param patience for how long nothing may move before the window is halved; waits are this long to half as long again
 * @param longestPatience what patience doubles to while there is no answer
 * @param confirmEvery how often everything is asked for
 * @param helloSpread within which the service is asked after it said hello
 */
public record DeliverySettings(
        int firstWindowBytes,
        int leastWindowBytes,
        int mostWindowBytes,
        int mostInFlight,
        int backlogPercent,
        Duration patience,
        Duration longestPatience,
        Duration confirmEvery,
        Duration helloSpread) {

    public static final DeliverySettings DEFAULT = new DeliverySettings(65_536, 8_192, 524_288, 200, 75,
            Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofHours(1), Duration.ofSeconds(2));

    public DeliverySettings {
        if (leastWindowBytes < 1 || firstWindowBytes < leastWindowBytes || mostWindowBytes < firstWindowBytes) {
            throw new IllegalArgumentException(
                    "windows must grow from least to first to most: " + leastWindowBytes + ", "
                            + firstWindowBytes + ", " + mostWindowBytes + " bytes");
        }
        if (mostInFlight < 1) {
            throw new IllegalArgumentException("at least one batch must be in flight: " + mostInFlight);
        }
        if (backlogPercent < 1 || backlogPercent > 100) {
            throw new IllegalArgumentException("the backlog's share must be 1 to 100 %: " + backlogPercent);
        }
    }
}
