package org.gardefroid.testbed.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicLong;

/** A telephone that is slow, on a network that is slow: what its browser had to fetch, and when the page could be used. */
public final class SlowNetwork {

    /** WebPageTest's "Slow 3G": 400 ms there and back, 400 kbit/s. */
    public static final int SLOW_3G_MILLIS = 400;
    public static final int SLOW_3G_BYTES_PER_SECOND = 50_000;

    /** What was painted first, and when the page's script had run: with both, it is read and pressed. */
    private static final String USABLE = """
            () => Math.round(Math.max(
              performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
              ...performance.getEntriesByName('first-contentful-paint').map((paint) => paint.startTime)))""";

    private final AtomicLong bytes = new AtomicLong();

    private SlowNetwork() {}

    /**
     * From the next page on.
     *
     * @param latencyMillis from asking to the first byte
     * @param slowness how many times slower than this machine the processor is to be
     */
    public static SlowNetwork on(Page page, int latencyMillis, int bytesPerSecond, int slowness) {
        SlowNetwork network = new SlowNetwork();
        CDPSession session = page.context().newCDPSession(page);
        session.on("Network.loadingFinished",
                event -> network.bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        session.send("Network.enable");
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", latencyMillis);
        conditions.addProperty("downloadThroughput", bytesPerSecond);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        session.send("Network.emulateNetworkConditions", conditions);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", slowness);
        session.send("Emulation.setCPUThrottlingRate", processor);
        return network;
    }

    /** As they went over the network, with headers. */
    public long bytes() {
        return bytes.get();
    }

    /** From asking for the page until it was there to be read and pressed. */
    public static long usableMillis(Page page) {
        return ((Number) page.evaluate(USABLE)).longValue();
    }
}
