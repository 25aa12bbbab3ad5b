package org.gardefroid.cli.scan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import org.gardefroid.cli.Words;
import org.gardefroid.vaccines.gs1.Label;
import org.gardefroid.vaccines.gs1.ScanReader;
import org.gardefroid.vaccines.gs1.Unreadable;

/** One line in, one line out, in order; a scan that cannot be read is a line like the others. */
record ScanLines(ScanReader reader) {

    private static final ObjectMapper JSON = new ObjectMapper();

    void read(BufferedReader in, PrintStream out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(answer(line));
        }
    }

    String answer(String line) {
        ObjectNode answer = JSON.createObjectNode();
        switch (reader.read(line)) {
            case Label(var gtin, var lot, var expiry, var serial) -> {
                gtin.ifPresent(value -> answer.put("gtin", value.value()));
                lot.ifPresent(value -> answer.put("lot", value));
                expiry.ifPresent(value -> answer.put("expiry", value.toString()));
                serial.ifPresent(value -> answer.put("serial", value));
            }
            case Unreadable unreadable -> answer.put("error",
                    Words.say(unreadable.messageKey(), unreadable.values().toArray()));
        }
        return answer.toString();
    }
}
