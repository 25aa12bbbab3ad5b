package org.gardefroid.edge.face;

import java.util.Optional;
import org.gardefroid.hardware.Buzzer;
import org.gardefroid.hardware.PushButton;
import org.gardefroid.hardware.StatusLight;
import org.gardefroid.hardware.TextDisplay;
import org.gardefroid.hardware.signal.AlarmRelay;

/**
 * What the box shows and sounds with, as far as it is wired.
 *
 * @param relay falls at an alarm, and while nobody watches
 * @param answer pressed by whoever has heard
 * @param quiet pressed when a consultation begins
 */
public record Front(
        Optional<StatusLight> light,
        Optional<Buzzer> buzzer,
        Optional<TextDisplay> display,
        Optional<AlarmRelay> relay,
        Optional<PushButton> answer,
        Optional<PushButton> quiet) {

    public static Front of(Optional<StatusLight> light, Optional<Buzzer> buzzer, Optional<TextDisplay> display) {
        return new Front(light, buzzer, display, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
