package org.gardefroid.testbed.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Makes keys and signs certificates: EC P-256, ECDSA with SHA-256. */
record Issuer(X509Certificate certificate, PrivateKey key) {

    /**
     * A small computer without a battery wakes in 1970 and must reach its broker before it is told the time; a
     * certificate that begins today would lock it out.
     */
    private static final Instant FROM = Instant.EPOCH;

    private static final SecureRandom RANDOM = new SecureRandom();

    enum Purpose {
        AUTHORITY, LOCAL_SERVER, CLIENT
    }

    record Issued(X509Certificate certificate, PrivateKey key) {}

    static Issuer of(PemFiles files) {
        try {
            return new Issuer(Pem.certificate(files.certificate()), Pem.key(files.key()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot use the authority in " + files.certificate(), e);
        }
    }

    static Issued authority(String name, Instant until) {
        try {
            KeyPair keys = keys();
            var subject = new X500Principal("CN=" + name);
            return sign(subject, keys.getPrivate(), null, subject, keys, Purpose.AUTHORITY, until);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot make a certificate authority", e);
        }
    }

    Issued issue(String commonName, Purpose purpose, Instant until) {
        try {
            var subject = new X500Principal("CN=" + commonName);
            return sign(certificate.getSubjectX500Principal(), key, certificate, subject, keys(), purpose, until);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot make a certificate for " + commonName, e);
        }
    }

    private static Issued sign(
            X500Principal issuer, PrivateKey signingKey, @Nullable X509Certificate issuedBy,
            X500Principal subject, KeyPair keys, Purpose purpose, Instant until)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = new JcaX509v3CertificateBuilder(
                issuer, new BigInteger(127, RANDOM), Date.from(FROM), Date.from(until), subject, keys.getPublic());
        var extensions = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false,
                extensions.createSubjectKeyIdentifier(keys.getPublic()));
        if (issuedBy != null) {
            builder.addExtension(Extension.authorityKeyIdentifier, false,
                    extensions.createAuthorityKeyIdentifier(issuedBy));
        }
        boolean isAuthority = purpose == Purpose.AUTHORITY;
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        builder.addExtension(Extension.keyUsage, true,
                new KeyUsage(isAuthority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        switch (purpose) {
            case AUTHORITY -> {
            }
            case CLIENT -> builder.addExtension(Extension.extendedKeyUsage, false,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            case LOCAL_SERVER -> {
                builder.addExtension(Extension.extendedKeyUsage, false,
                        new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
                builder.addExtension(Extension.subjectAlternativeName, false, localhost());
            }
        }
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(signingKey);
        X509Certificate signed = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        return new Issued(signed, keys.getPrivate());
    }

    private static GeneralNames localhost() {
        return new GeneralNames(new GeneralName[]{new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.iPAddress, "::1")});
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }
}
