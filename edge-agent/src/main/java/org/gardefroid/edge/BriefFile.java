package org.gardefroid.edge;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.BriefCodec;
import org.gardefroid.telemetry.wire.Decoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The brief in force: kept on the card, for the next start may have no network. */
final class BriefFile {

    private static final Logger LOG = LoggerFactory.getLogger(BriefFile.class);

    private final Path file;
    private volatile Optional<InForce> inForce;

    /** A brief and its name. */
    record InForce(Sha256 hash, Brief brief) {}

    BriefFile(Path file) {
        this.file = file;
        this.inForce = read();
    }

    Optional<InForce> inForce() {
        return inForce;
    }

    /** Takes what can be read; what cannot changes nothing. */
    void arrived(byte[] content) {
        switch (BriefCodec.decode(content)) {
            case Decoded.Refused<Brief>(var reason, String detail) ->
                LOG.error("brief refused reason={} detail=\"{}\"", reason.code(), detail);
            case Decoded.Ok<Brief>(Brief brief) -> {
                InForce arrived = new InForce(Sha256.of(content), brief);
                if (!Optional.of(arrived).equals(inForce)) {
                    write(content);
                    inForce = Optional.of(arrived);
                    LOG.info("brief adopted hash={} equipments={}", arrived.hash(), brief.equipments().size());
                }
            }
        }
    }

    private Optional<InForce> read() {
        try {
            byte[] content = Files.readAllBytes(file);
            return BriefCodec.decode(content) instanceof Decoded.Ok<Brief>(Brief brief)
                    ? Optional.of(new InForce(Sha256.of(content), brief))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // none yet; the broker retains it
        }
    }

    private void write(byte[] content) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return;
            }
            Files.write(fresh, content);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error("brief not kept file={} reason=\"{}\"", file, e.getMessage());
        }
    }
}
