package org.gardefroid.edge.enrolment;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.edge.uplink.TlsIdentity;
import org.gardefroid.edge.uplink.Way;

/**
 * Where the service's pages are, and how to get there.
 *
 * @param service {@code https://…}; without TLS only on this machine
 * @param authority who may vouch for it, PEM; whom the system believes, where none is named
 * @param proxy on the way there
 */
public record ServiceAddress(URI service, Optional<Path> authority, Optional<Way.Proxy> proxy) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    static {
        // The JDK gives no password to a proxy unless it is told to: Basic shows it to whoever listens between us and the proxy.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    public ServiceAddress {
        boolean secured = "https".equals(service.getScheme());
        if (service.getHost() == null
                || !secured && !("http".equals(service.getScheme()) && THIS_MACHINE.contains(service.getHost()))) {
            throw new IllegalArgumentException("the service's address begins with https://: " + service);
        }
    }

    URI url(String path) {
        String base = service.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    HttpClient client(Duration connectsWithin) throws IOException {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(connectsWithin)
                .version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
        if (authority.isPresent()) {
            try {
                builder.sslContext(TlsIdentity.trusting(authority.get()));
            } catch (GeneralSecurityException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        if (proxy.isPresent()) {
            builder.proxy(ProxySelector.of(new InetSocketAddress(proxy.get().host(), proxy.get().port())));
            proxy.get().login().ifPresent(login -> builder.authenticator(new ForProxy(login)));
        }
        return builder.build();
    }

    private static final class ForProxy extends Authenticator {

        private final Way.Login login;

        ForProxy(Way.Login login) {
            this.login = login;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            if (getRequestorType() != RequestorType.PROXY) {
                return super.getPasswordAuthentication();
            }
            try {
                String password = Files.readString(login.password(), StandardCharsets.UTF_8).lines().findFirst()
                        .orElse("");
                return new PasswordAuthentication(login.user(), password.toCharArray());
            } catch (IOException e) {
                throw new IllegalStateException("the proxy's password cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
