package org.gardefroid.edge.enrolment;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.certificates.SigningRequest;
import org.gardefroid.telemetry.KeyFingerprint;
import org.gardefroid.telemetry.Sha256;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DeviceKeyTest {

    /** Again and again: a signature in DER has one of several lengths. */
    @RepeatedTest(20)
    void aRequestIsReadAsWhatItIsByWhoeverSignsIt() throws Exception {
        DeviceKey key = DeviceKey.make();
        SigningRequest read = SigningRequest.read(key.request());

        assertThat(KeyFingerprint.of(read.key().getEncoded())).isEqualTo(key.fingerprint());
    }

    @Test
    void aFingerprintIsShownInFourGroupsThatTwoPeopleCanCompare() {
        assertThat(new KeyFingerprint(new Sha256("0123456789abcdef" + "0".repeat(48))).shown())
                .isEqualTo("0123-4567-89AB-CDEF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://gardefroid.example", "ftp://localhost", "gardefroid.example", "https:///x"})
    void aServiceWithoutTlsIsNotSpokenToButOnThisMachine(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceAddress(URI.create(address), Optional.empty(), Optional.empty()))
                .withMessageContaining(address);
        assertThat(new ServiceAddress(URI.create("http://localhost:8080/"), Optional.empty(), Optional.empty())
                .url("/enrol")).hasToString("http://localhost:8080/enrol");
    }

    @Test
    void whatEnrolmentWroteIsReadBackAndWhatElseLiesThereIsNotTakenForIt(@TempDir Path folder) throws Exception {
        assertThat(Identity.in(folder)).isEmpty();
        Granted granted = new Granted("box-7", 3, "certificate", "authority", "broker.example:8883",
                Instant.parse("2027-01-01T00:00:00Z"), Instant.parse("2027-02-01T00:00:00Z"));
        ServiceAddress service = new ServiceAddress(URI.create("https://g.example"), Optional.empty(),
                Optional.empty());
        Identity first = Identity.keep(folder, granted, "key 1", service);
        Identity second = Identity.keep(folder, granted, "key 2", service);

        assertThat(Identity.in(folder)).contains(second);
        assertThat(second.key()).hasContent("key 2");
        assertThat(first.key()).doesNotExist();
        assertThat(second.shard()).isEqualTo(3);
        Files.writeString(folder.resolve("identity/enrolled"), "device=box-7\n");
        assertThatIOException().isThrownBy(() -> Identity.in(folder))
                .withMessageContainingAll("shard is missing", "enrol again");
    }
}
