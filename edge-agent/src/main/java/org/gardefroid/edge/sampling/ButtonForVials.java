package org.gardefroid.edge.sampling;

import java.util.List;
import java.util.stream.IntStream;
import org.gardefroid.hardware.PushButton;
import org.gardefroid.hardware.VialReader;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;

/** The one-gesture dose clock: each press is the next vial of the product that the button is set to. */
public final class ButtonForVials implements VialReader {

    private final PushButton button;
    private final String prefix;
    private final ProductId product;
    private final VialStep step;
    private int presses;

    /** @param prefix makes the names of this start's vials its own: they are counted from 1 again at the next start */
    public ButtonForVials(PushButton button, String prefix, ProductId product, VialStep step) {
        this.button = button;
        this.prefix = prefix;
        this.product = product;
        this.step = step;
    }

    @Override
    public List<VialHandled> handledSinceLastAsked() {
        return IntStream.range(0, button.pressesSinceLastAsked())
                .mapToObj(press -> new VialHandled(new VialId(prefix + "-" + ++presses), product, step)).toList();
    }
}
