package org.gardefroid.cli.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.gardefroid.vaccines.gs1.ScanReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gardefroid scan}: one scan a line from standard input, one JSON object a line out. */
@Command(name = "scan", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help")
public final class ScanCommand implements Callable<Integer> {

    @Option(names = "--json", descriptionKey = "scan.json")
    @SuppressWarnings("UnusedVariable") // taken so that every command that answers in JSON may be asked for it alike
    private boolean json;

    @Override
    public Integer call() throws IOException {
        // What is no UTF-8 becomes U+FFFD, which no label has: it is told as a wrong character, and the next line is read.
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        new ScanLines(new ScanReader(LocalDate.now(ZoneId.systemDefault()))).read(in, System.out);
        return 0;
    }
}
