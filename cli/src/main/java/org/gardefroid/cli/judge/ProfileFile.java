package org.gardefroid.cli.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProfileReader;

import static org.gardefroid.cli.Words.say;

/** A product's profile, as a pharmacist signs it. */
final class ProfileFile {

    private ProfileFile() {}

    static ProductProfile read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refused(say("judge.no-file", file));
        }
        try {
            return ProfileReader.read(Files.readString(file).replace("\uFEFF", ""));
        } catch (JsonProblem e) {
            throw new Refused(file + " : " + Words.of(e));
        }
    }
}
