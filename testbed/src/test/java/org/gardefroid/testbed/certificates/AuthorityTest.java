package org.gardefroid.testbed.certificates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gardefroid.certificates.Pem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AuthorityTest {

    private static final Instant TODAY = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    private Authority at(Instant now) {
        return Authority.in(folder.resolve("certificates"), InstantSource.fixed(now));
    }

    @Test
    void whatIsMadeOnceIsKept() throws IOException {
        PemFiles first = at(TODAY).client("fridge-1");
        String certificate = Files.readString(first.certificate());
        String authority = Files.readString(first.authority());

        PemFiles again = at(TODAY.plusSeconds(86_400)).client("fridge-1");

        assertThat(again).isEqualTo(first);
        assertThat(Files.readString(again.certificate())).isEqualTo(certificate);
        assertThat(Files.readString(again.authority())).isEqualTo(authority);
    }

    @Test
    void aCertificateThatSoonEndsIsMadeAnewBySameAuthority() throws Exception {
        PemFiles first = at(TODAY).client("fridge-1");
        String certificate = Files.readString(first.certificate());
        String authority = Files.readString(first.authority());

        PemFiles later = at(Instant.parse("2027-03-25T08:00:00Z")).client("fridge-1");

        assertThat(Files.readString(later.certificate())).isNotEqualTo(certificate);
        assertThat(Files.readString(later.authority())).isEqualTo(authority);
        assertThat(Pem.certificate(later.certificate()).getNotAfter()).isAfter(Instant.parse("2028-03-01T00:00:00Z"));
    }

    @Test
    void nobodyElseReadsTheFolderOrAKey() throws IOException {
        Authority authority = at(TODAY);
        PemFiles client = authority.client("fridge-1");
        PemFiles server = authority.server();

        assertThat(modes(authority.folder(), authority.folder().resolve("clients"))).containsOnly("rwx------");
        assertThat(modes(client.key(), server.key(), authority.folder().resolve("authority.key")))
                .containsOnly("rw-------");
    }

    @Test
    void keysArePlainPkcs8SoThatEveryToolReadsThem() throws Exception {
        PemFiles client = at(TODAY).client("fridge-1");

        assertThat(client.key()).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(client.certificate()).content().startsWith("-----BEGIN CERTIFICATE-----\n");
        assertThat(Pem.key(client.key()).getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void aClientsCommonNameIsItsName() throws Exception {
        PemFiles client = at(TODAY).client("box-7.emv_2");

        assertThat(Pem.certificate(client.certificate()).getSubjectX500Principal().getName())
                .isEqualTo("CN=box-7.emv_2");
    }

    @Test
    void aDeviceThatWakesIn1970AlreadyAcceptsTheServer() throws Exception {
        PemFiles server = at(TODAY).server();

        assertThat(Pem.certificate(server.certificate()).getNotBefore()).isEqualTo(Instant.EPOCH);
        assertThat(Pem.certificate(server.authority()).getNotBefore()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        Authority authority = at(TODAY);

        assertThatThrownBy(() -> authority.client("../server")).hasMessageContaining("../server");
        assertThatThrownBy(() -> authority.client("")).hasMessageContaining("1 to 63");
    }

    @Test
    void startsAtTheSameTimeAgreeOnOneAuthority() {
        assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> at(TODAY).client("box-" + i)).toList())
                .allSatisfy(client -> Pem.certificate(client.certificate())
                        .verify(Pem.certificate(client.authority()).getPublicKey()));
    }

    private static List<String> modes(Path... files) throws IOException {
        var modes = new ArrayList<String>();
        for (Path file : files) {
            modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        return modes;
    }
}
