package org.gardefroid.system.enrolment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The package's commands in a Debian 13 folder with {@code network-manager} and {@code dnsmasq-base}: what they write is read again by
 * NetworkManager's own reader, and a telephone in a network of its own asks for an address. No radio is needed, and none is tried.
 */
@EnabledIfEnvironmentVariable(named = "GARDEFROID_DEBIAN", matches = "/.+")
class InstalledCommandsTest {

    private static final String PROFILES = "etc/NetworkManager/system-connections/";

    /** Two ends of a wire, in networks of their own: the box's is called as its radio is. */
    private static final String BESIDE_THE_BOX = """
            unshare -n sleep 60 & phone=$!
            until [ "$(readlink /proc/$phone/ns/net)" != "$(readlink /proc/$$/ns/net)" ]; do :; done
            ip link add wlan0 type veth peer name phone0 netns $phone
            ip addr add 192.168.50.1/24 dev wlan0; ip link set wlan0 up
            nsenter -t $phone -n ip link set phone0 address 02:00:00:00:00:09 up
            mkdir -p "$1/run/gardefroid-access-point"
            chroot "$1" $(sed -n 's/^ExecStart=//p' "$1/usr/lib/systemd/system/gardefroid-access-point.service") & box=$!
            nsenter -t $phone -n python3 "$2"
            kill $box $phone
            """;

    /** A telephone that comes into the network, asks for all that it knows of, and says what it is given. */
    private static final String TELEPHONE = """
            import socket, struct
            s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            s.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            s.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, b'phone0')
            s.bind(('0.0.0.0', 68))
            s.settimeout(2)
            ask = struct.pack('!BBBBIHH4s4s4s4s16s192s4s', 1, 1, 6, 0, 7, 0, 0x8000, b'', b'', b'', b'',
                              bytes([2, 0, 0, 0, 0, 9]), b'', bytes([0x63, 0x82, 0x53, 0x63]))
            ask += bytes([53, 1, 1, 55, 4, 1, 3, 6, 15, 255])
            for attempt in range(10):
                s.sendto(ask, ('255.255.255.255', 67))
                try:
                    answer = s.recv(2048)
                    break
                except TimeoutError:
                    pass
            print('address', socket.inet_ntoa(answer[16:20]))
            options = answer[240:]
            while options and options[0] != 255:
                print('option', options[0])
                options = options[2 + options[1]:]
            """;

    private final Path debian = Path.of(Objects.requireNonNullElse(System.getenv("GARDEFROID_DEBIAN"), "/nowhere"));

    @TempDir
    private Path folder;

    @AfterEach
    void noWayOutIsLeftBehind() throws IOException, InterruptedException {
        in("gardefroid-agent", "way-out", "forget", "4g");
        in("gardefroid-agent", "way-out", "forget", "hotspot");
    }

    @Test
    void networkManagerReadsTheBoxsOwnNetworkAsItWasMadeAtTheInstall() throws IOException, InterruptedException {
        assertThat(in("gardefroid-agent", "access-point")).contains("http://192.168.50.1:8088");
        assertThat(read("access-point")).contains("mode=ap", "key-mgmt=wpa-psk", "pmf=1", "address1=192.168.50.1/24",
                "method=manual", "never-default=true", "interface-name=wlan0");
    }

    @Test
    void aTelephoneBesideTheBoxGetsAnAddressAndNeitherARouterNorANameServer() throws IOException, InterruptedException {
        Path network = Files.writeString(folder.resolve("network.sh"), BESIDE_THE_BOX);
        Path telephone = Files.writeString(folder.resolve("telephone.py"), TELEPHONE);
        String given = output(List.of("unshare", "-n", "sh", network.toString(), debian.toRealPath().toString(),
                telephone.toString()));
        assertThat(given).containsPattern("address 192\\.168\\.50\\.\\d+").contains("option 51\n", "option 1\n")
                .doesNotContain("option 3\n", "option 6\n");
    }

    @Test
    void theBoxsOwn4gComesBeforeTheTeamsSharedConnectionAndEachIsTriedForEver()
            throws IOException, InterruptedException {
        in("gardefroid-agent", "way-out", "4g", "orange");
        String told = in("sh", "-c",
                "printf '%s' 'sable, mer; et vent' | gardefroid-agent way-out hotspot 'Téléphone d équipe'");
        assertThat(told).containsSubsequence("2. 4g : orange", "3. hotspot : Téléphone d équipe");
        assertThat(read("4g")).contains("apn=orange", "route-metric=300", "autoconnect-retries=0");
        assertThat(read("hotspot")).contains("route-metric=400", "autoconnect-retries=0", "interface-name=wlan1",
                "psk=sable, mer; et vent");
        assertThat(PosixFilePermissions.toString(
                Files.getPosixFilePermissions(debian.resolve(PROFILES + "gardefroid-hotspot.nmconnection"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theInstalledBoxTellsWhatItsThermometersSay() throws IOException, InterruptedException {
        String bytes = "4b 00 4b 46 7f ff 05 10 dc";
        Path slave = Files.createDirectories(debian.resolve("tmp/w1/28-0416a1b2c3d4")).resolve("w1_slave");
        Files.writeString(slave, bytes + " : crc=dc YES\n" + bytes + " t=4687\n");
        assertThat(in("gardefroid-agent", "probes", "--json", "--w1-root", "/tmp/w1"))
                .isEqualTo("{\"id\":\"28-0416a1b2c3d4\",\"milliCelsius\":4687}\n");
    }

    /** Whole, as NetworkManager writes what it has read. */
    private String read(String profile) throws IOException, InterruptedException {
        return in("sh", "-ec", "nmcli --offline connection modify connection.zone '' < /" + PROFILES + "gardefroid-"
                + profile + ".nmconnection");
    }

    private String in(String... command) throws IOException, InterruptedException {
        return output(Stream.concat(Stream.of("chroot", debian.toRealPath().toString()), Stream.of(command)).toList());
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin");
        process.environment().put("LC_ALL", "C.UTF-8");
        Process run = process.start();
        run.getOutputStream().close();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        run.waitFor();
        return output;
    }
}
