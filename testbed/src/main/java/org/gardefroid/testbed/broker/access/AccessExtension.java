package org.gardefroid.testbed.broker.access;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;

/** Puts the {@link CertificateAuthenticator} in front of every connection. */
public final class AccessExtension implements ExtensionMain {

    private final Access access;

    /** As a broker of its own loads it: nobody speaks for others. */
    public AccessExtension() {
        this("");
    }

    /** @param gateways how the names begin of those that may speak for any device; empty for nobody */
    public AccessExtension(String gateways) {
        this.access = new Access(gateways);
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        var authenticator = new CertificateAuthenticator(access);
        Services.securityRegistry().setAuthenticatorProvider(connection -> authenticator);
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}
}
