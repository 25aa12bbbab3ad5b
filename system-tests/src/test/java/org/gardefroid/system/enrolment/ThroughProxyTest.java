package org.gardefroid.system.enrolment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gardefroid.testbed.network.ConnectProxy;
import org.gardefroid.testbed.network.ConnectProxy.Temper;
import org.gardefroid.testbed.process.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A hospital where nothing gets out but through the proxy, and that only with a password. */
class ThroughProxyTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String BOX_AND_FROID = "Basic Ym94OmZyb2lk";

    @TempDir
    private Path folder;

    @Test
    void aBoxIsEnrolledSendsAndRenewsItsCertificateThroughTheProxyAlone() throws Exception {
        try (Hospital hospital = Hospital.open(folder, "gardefroid.enrolment.certificate-lasts=1h",
                "gardefroid.enrolment.renew-after=8s");
                ConnectProxy proxy = new ConnectProxy(new Temper.Asking(BOX_AND_FROID))) {
            String settings = """
                    broker = wss://localhost:%d/mqtt via localhost:%d
                    proxy.user = box
                    proxy.password-file = proxy.password
                    """.formatted(hospital.site().broker().webSocketPort(), proxy.port());
            hospital.network(settings, "wrong");
            ChildProcess refused = hospital.enrol(hospital.code(), proxy.port());
            assertThat(refused.awaitExit(SOON)).isEqualTo(1);
            assertThat(String.join("\n", refused.lines())).contains("pas enrôlé", hospital.service())
                    .doesNotContain("wrong");

            hospital.network(settings, "froid");
            ChildProcess enrolling = hospital.enrol(hospital.code(), proxy.port());
            hospital.decide(enrolling, "approve");
            assertThat(enrolling.awaitExit(SOON)).isZero();
            String service = "CONNECT " + hospital.service().replace("https://", "") + " HTTP/1.1";
            assertThat(proxy.asked()).contains(service);

            int enrolled = times(service, proxy.asked());
            ChildProcess agent = hospital.agent();
            await().atMost(SOON).until(() -> hospital.count("SELECT count(*) FROM reading") > 5);
            await().atMost(SOON)
                    .until(() -> agent.lines().stream().anyMatch(line -> line.contains("certificate renewed")));
            assertThat(times(service, proxy.asked())).isGreaterThan(enrolled);
            assertThat(agent.lines()).anyMatch(line -> line.contains("link up way=\"wss://"));
            assertThat(String.join("\n", agent.lines())).doesNotContain("froid\n", BOX_AND_FROID);
        }
    }

    private static int times(String question, List<String> asked) {
        return Math.toIntExact(asked.stream().filter(question::equals).count());
    }
}
