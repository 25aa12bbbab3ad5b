package org.gardefroid.edge.uplink;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gardefroid.telemetry.Receipt;

/** What the link handed over. */
final class Heard implements Inbox {

    private final List<String> words = new CopyOnWriteArrayList<>();
    private final List<String> ways = new CopyOnWriteArrayList<>();
    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();

    boolean isUp() {
        return words.stream().filter("up"::equals).count() > words.stream().filter("down"::equals).count();
    }

    List<String> words() {
        return words;
    }

    /** By which it came up. */
    List<String> ways() {
        return ways;
    }

    /** Why it did not, in a line. */
    String why() {
        return String.join(" | ", reasons);
    }

    List<Receipt> receipts() {
        return receipts;
    }

    @Override
    public void connected(Way way) {
        ways.add(way.toString());
        words.add("up");
    }

    @Override
    public void disconnected() {
        words.add("down");
    }

    @Override
    public void notConnected(Way way, String reason) {
        reasons.add(way + ": " + reason);
    }

    @Override
    public void receiptArrived(Receipt receipt) {
        receipts.add(receipt);
    }

    @Override
    public void helloArrived() {
        words.add("hello");
    }

    @Override
    public void briefArrived(byte[] content) {
        words.add("brief " + new String(content, StandardCharsets.UTF_8));
    }
}
