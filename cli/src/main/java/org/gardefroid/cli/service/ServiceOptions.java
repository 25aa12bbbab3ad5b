package org.gardefroid.cli.service;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gardefroid.cli.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import static org.gardefroid.cli.Words.say;

/** Where the service is, and who asks: the same for every command that speaks to it. */
public final class ServiceOptions {

    @Option(names = "--service", defaultValue = "http://localhost:8080", descriptionKey = "service.address")
    private String service = "";

    @Option(names = "--account", required = true, descriptionKey = "service.account")
    private String account = "";

    @Option(names = "--password-file", descriptionKey = "service.password-file")
    private @Nullable Path passwordFile;

    /** @throws Refused if this is no address, or there is no password to be had */
    public ServiceClient client() throws IOException {
        return new ServiceClient(address(), account, password());
    }

    private URI address() {
        try {
            URI address = URI.create(service);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // as below
        }
        throw new Refused(say("service.no-address", service));
    }

    @SuppressWarnings("SystemConsoleNull") // true up to JDK 24: from 25 on there is none again where nobody sits
    private String password() throws IOException {
        if (passwordFile != null) {
            if (!Files.isReadable(passwordFile)) {
                throw new Refused(say("service.no-password-file", passwordFile));
            }
            return Files.readString(passwordFile).strip();
        }
        @Nullable
        Console console = System.console();
        char[] typed = console != null && console.isTerminal()
                ? console.readPassword("%s", say("service.password", account))
                : null;
        if (typed == null) {
            throw new Refused(say("service.no-password"));
        }
        return new String(typed);
    }
}
