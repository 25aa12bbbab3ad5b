package org.gardefroid.certificates;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A request for a certificate (PKCS #10, RFC 2986), whose sender has shown that it has the key. The name in it counts for
 * nothing: who the sender is, is not the sender's to say.
 *
 * @param key on the curve P-256
 */
public record SigningRequest(PublicKey key) {

    /** More than one with a key on P-256 and some attributes takes. */
    public static final int MOST_CHARACTERS = 4_096;

    private static final Pattern PEM = Pattern.compile("\\s*-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----"
            + "([A-Za-z0-9+/=\\s]+)-----END (?:NEW )?CERTIFICATE REQUEST-----\\s*");
    private static final int BITS = 256;

    /** @throws IllegalArgumentException for whatever is not such a request; its message says why */
    public static SigningRequest read(String pem) {
        Matcher matcher = pem.length() > MOST_CHARACTERS ? PEM.matcher("") : PEM.matcher(pem);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a certificate request in PEM of at most " + MOST_CHARACTERS
                    + " characters");
        }
        try {
            var request = new JcaPKCS10CertificationRequest(Base64.getMimeDecoder().decode(matcher.group(1)));
            PublicKey key = request.getPublicKey();
            if (!(key instanceof ECPublicKey ec) || ec.getParams().getCurve().getField().getFieldSize() != BITS) {
                throw new IllegalArgumentException("the key of a device is on the curve P-256");
            }
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new IllegalArgumentException("the request is not signed with its own key");
            }
            return new SigningRequest(key);
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
            throw new IllegalArgumentException("not a certificate request: " + e.getMessage(), e);
        }
    }
}
