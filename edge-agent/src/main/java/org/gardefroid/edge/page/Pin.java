package org.gardefroid.edge.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The box's code, six digits, one per box and none by default: made at the first start, kept in a file that only the agent
 * may read. Attempts are counted by address: who waits a little longer each time tries no million, and keeps nobody else
 * waiting. A network has few addresses, so that wrong attempts from many of them in a row make everybody wait, though not for long.
 */
public final class Pin {

    private static final int DIGITS = 6;

    /** So many are free, as fingers in gloves slip. */
    private static final int FREE = 3;

    private static final long FIRST_WAIT_MILLIS = 5_000;
    private static final long LONGEST_WAIT_MILLIS = 600_000;
    /** Of everybody together, in a row: a hundred in a million is no danger. */
    private static final int FREE_IN_ALL = 100;
    private static final long WAIT_OF_ALL_MILLIS = 30_000;
    private static final int MOST_ADDRESSES = 256;

    private final byte[] code;
    private final Map<String, Tries> byAddress = new LinkedHashMap<>();
    private int wrongInAll;
    private long allClosedUntilMillis = Long.MIN_VALUE;

    private record Tries(int wrong, long closedUntilMillis) {

        Tries andAnother(long nowMillis) {
            int now = wrong + 1;
            return new Tries(now, now < FREE
                    ? Long.MIN_VALUE
                    : nowMillis + Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(now - FREE, 10)));
        }
    }

    /** What came of an attempt. */
    sealed interface Attempt {

        record Right() implements Attempt {}

        record Wrong() implements Attempt {}

        /** Not even looked at. */
        record TooMany(long waitMillis) implements Attempt {}
    }

    Pin(String code) {
        this.code = code.getBytes(StandardCharsets.US_ASCII);
    }

    /** @param fresh is told of the code, once, when there was none */
    public static Pin kept(Path file, Random random, Consumer<String> fresh) throws IOException {
        if (Files.exists(file)) {
            String kept = Files.readString(file).strip();
            if (!kept.matches("[0-9]{" + DIGITS + "}")) {
                throw new IOException(file + " does not hold a code of " + DIGITS + " digits; delete it for a new one");
            }
            return new Pin(kept);
        }
        String made = String.format("%0" + DIGITS + "d", random.nextInt(1_000_000));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".new"));
        Path written = Files.createFile(file.resolveSibling(file.getFileName() + ".new"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(written, made + "\n", StandardOpenOption.SYNC);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        fresh.accept(made);
        return new Pin(made);
    }

    /**
     * @param from the address of whoever tries
     * @param nowMillis monotonic
     */
    synchronized Attempt attempt(String tried, String from, long nowMillis) {
        Tries tries = byAddress.getOrDefault(from, new Tries(0, Long.MIN_VALUE));
        long closedUntilMillis = Math.max(tries.closedUntilMillis(), allClosedUntilMillis);
        if (nowMillis < closedUntilMillis) {
            return new Attempt.TooMany(closedUntilMillis - nowMillis);
        }
        if (MessageDigest.isEqual(code, tried.strip().getBytes(StandardCharsets.UTF_8))) {
            byAddress.remove(from);
            wrongInAll = 0;
            return new Attempt.Right();
        }
        byAddress.put(from, tries.andAnother(nowMillis));
        if (byAddress.size() > MOST_ADDRESSES) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
        wrongInAll++;
        if (wrongInAll >= FREE_IN_ALL) {
            allClosedUntilMillis = nowMillis + WAIT_OF_ALL_MILLIS;
        }
        return new Attempt.Wrong();
    }
}
