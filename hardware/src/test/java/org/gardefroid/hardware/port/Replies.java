package org.gardefroid.hardware.port;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/** A chip made of lists: what is written to it is kept, what it answers was given. One that has no answer left is unplugged. */
public final class Replies implements I2cDevice, SpiDevice {

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> written = new ArrayList<>();

    /** @param answers in hexadecimal, one to each transfer, empty where nothing is read */
    public Replies(String... answers) {
        this.answers.addAll(List.of(answers));
    }

    @Override
    public byte[] transfer(byte[] bytes, int read) throws BusException {
        written.add(HexFormat.of().formatHex(bytes));
        if (answers.isEmpty()) {
            throw BusException.notAnswering("the chip");
        }
        byte[] answer = HexFormat.of().parseHex(answers.pop());
        if (answer.length != read) {
            throw new AssertionError("asked for " + read + " bytes, " + answer.length + " are given");
        }
        return answer;
    }

    @Override
    public byte[] transfer(byte... sent) throws BusException {
        return transfer(sent, sent.length);
    }

    public List<String> written() {
        return List.copyOf(written);
    }
}
