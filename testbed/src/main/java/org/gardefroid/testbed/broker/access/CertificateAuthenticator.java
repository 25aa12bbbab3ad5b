package org.gardefroid.testbed.broker.access;

import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.client.parameter.ClientTlsInformation;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Lets in who calls itself what its certificate calls it, and lets it do what {@link Access} says and nothing else.
 *
 * <p>The TLS layer has already refused every certificate that our authority did not sign.
 */
final class CertificateAuthenticator implements SimpleAuthenticator {

    private final Access access;
    private final Revocations revocations;

    CertificateAuthenticator(Access access, Revocations revocations) {
        this.access = access;
        this.revocations = revocations;
    }

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        Optional<X509Certificate> certificate = input.getConnectionInformation().getClientTlsInformation()
                .flatMap(ClientTlsInformation::getClientCertificate);
        Optional<String> name = certificate.flatMap(CertificateAuthenticator::commonName);
        String clientId = input.getClientInformation().getClientId();
        if (name.isEmpty()) {
            output.failAuthentication(ConnackReasonCode.NOT_AUTHORIZED, "a client certificate is needed");
        } else if (!name.get().equals(clientId)) {
            output.failAuthentication(ConnackReasonCode.CLIENT_IDENTIFIER_NOT_VALID,
                    "the client id must be the certificate's common name, " + name.get());
        } else if (!revocations.admit(clientId, certificate.get())) {
            output.failAuthentication(ConnackReasonCode.NOT_AUTHORIZED, clientId + " is revoked");
        } else {
            output.getDefaultPermissions().addAll(access.of(name.get()));
            output.getDefaultPermissions().setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
            output.authenticateSuccessfully();
        }
    }

    static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName()).getRdns().stream()
                    .filter(rdn -> rdn.getType().equalsIgnoreCase("CN")).map(Rdn::getValue).map(Object::toString)
                    .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
