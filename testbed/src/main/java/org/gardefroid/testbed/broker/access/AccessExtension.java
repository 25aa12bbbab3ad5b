package org.gardefroid.testbed.broker.access;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the {@link CertificateAuthenticator} in front of every connection. */
public final class AccessExtension implements ExtensionMain {

    private static final Logger LOG = LoggerFactory.getLogger(AccessExtension.class);

    /** Where a broker of its own finds who is revoked. */
    private static final String FOLDER = "GARDEFROID_REVOKED";

    private static final int LOOKS_EVERY_SECONDS = 1;

    private final Access access;
    private final Revocations revocations;
    private Future<?> looking = CompletableFuture.completedFuture(null);

    /** As a broker of its own loads it: nobody speaks for others. */
    public AccessExtension() {
        this("", Path.of(Optional.ofNullable(System.getenv(FOLDER)).orElse("/opt/hivemq/revoked")));
    }

    /**
     * @param gateways how the names begin of those that may speak for any device; empty for nobody
     * @param revoked the folder where the service says who is revoked
     */
    public AccessExtension(String gateways, Path revoked) {
        this.access = new Access(gateways);
        this.revocations = new Revocations(revoked);
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        var authenticator = new CertificateAuthenticator(access, revocations);
        Services.securityRegistry().setAuthenticatorProvider(connection -> authenticator);
        looking = Services.extensionExecutorService().scheduleAtFixedRate(() -> revocations.follow(this::disconnect),
                LOOKS_EVERY_SECONDS, LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void disconnect(String device) {
        var unused = Services.clientService().disconnectClient(device).whenComplete((gone, problem) -> {
            if (problem != null) {
                LOG.warn("device not disconnected device={} reason={}", device, problem.getMessage());
            }
        });
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        looking.cancel(false);
    }
}
