package org.gardefroid.edge.configuration;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.edge.enrolment.Identity;
import org.gardefroid.edge.enrolment.ServiceAddress;
import org.gardefroid.edge.uplink.Way;

/**
 * What enrolment and the agent's file have to do with each other: what enrolment left counts where the file says nothing, and
 * enrolment finds in the file where to leave it.
 *
 * @param folder the agent's
 * @param login for a proxy that asks for one
 */
public record Enrolled(Path folder, Optional<Way.Login> login) {

    /** Reads of the file what enrolment needs: the rest may be missing still. */
    public static Enrolled before(Path file) throws ConfigurationException {
        Settings settings = new Settings(AgentConfiguration.values(file), AgentConfiguration.folderOf(file));
        List<String> missing = settings.optional("folder").isPresent() ? List.of() : List.of("folder is missing");
        if (!missing.isEmpty()) {
            throw new ConfigurationException(file.toString(), missing);
        }
        Optional<Way.Login> login = settings.optional("proxy.user").flatMap(user -> settings
                .optional("proxy.password-file").map(path -> new Way.Login(user, settings.path(path))));
        return new Enrolled(settings.path(settings.optional("folder").orElseThrow()), login);
    }

    /** @param proxy {@code host:port}; empty for none */
    public ServiceAddress service(URI address, Optional<Path> authority, Optional<String> proxy) {
        return new ServiceAddress(address, authority, proxy.map(text -> Ways.proxy(text, login)));
    }

    /** Lets what enrolment left stand in for what the file does not say; empty where certificate and key are put there by hand. */
    static Optional<Identity> completing(Settings settings, Path folder) {
        try {
            Optional<Identity> found = Identity.in(folder);
            if (found.isEmpty()) {
                return found;
            }
            Identity identity = found.get();
            settings.optional("device").filter(device -> !device.equals(identity.device()))
                    .ifPresent(device -> settings.problem("device = " + device + ": this folder is enrolled as "
                            + identity.device()));
            Map<String, String> standIns = new HashMap<>(
                    Map.of("device", identity.device(), "shard", String.valueOf(identity.shard())));
            if (!identity.broker().isEmpty()) {
                standIns.put("broker", identity.broker());
            }
            boolean byHand = Stream.of("certificate", "key", "authority")
                    .anyMatch(key -> settings.optional(key).isPresent());
            if (!byHand) {
                standIns.put("certificate", identity.certificate().toAbsolutePath().toString());
                standIns.put("key", identity.key().toAbsolutePath().toString());
                standIns.put("authority", identity.authority().toAbsolutePath().toString());
            }
            settings.fallBackOn(standIns);
            return byHand ? Optional.empty() : found;
        } catch (IOException e) {
            settings.problem(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
