package org.gardefroid.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** An authority: makes keys, and signs certificates and the list of those that count no more. EC P-256, ECDSA with SHA-256. */
public record Issuer(X509Certificate certificate, PrivateKey key) {

    /**
     * A small computer without a battery wakes in 1970 and must reach its broker before it is told the time; a
     * certificate that begins today would lock it out.
     */
    private static final Instant FROM = Instant.EPOCH;

    private static final SecureRandom RANDOM = new SecureRandom();

    public enum Purpose {
        AUTHORITY, LOCAL_SERVER, CLIENT
    }

    public record Issued(X509Certificate certificate, PrivateKey key) {}

    /** From PEM files. */
    public static Issuer of(Path certificate, Path key) {
        try {
            return new Issuer(Pem.certificate(certificate), Pem.key(key));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot use the authority in " + certificate + ": " + e.getMessage(), e);
        }
    }

    public static Issued authority(String name, Instant until) {
        try {
            KeyPair keys = keys();
            var subject = new X500Principal("CN=" + name);
            return new Issued(
                    sign(subject, keys.getPrivate(), null, subject, keys.getPublic(), Purpose.AUTHORITY, until),
                    keys.getPrivate());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot make a certificate authority", e);
        }
    }

    /** Makes a key too: for whoever has none of their own. */
    public Issued issue(String commonName, Purpose purpose, Instant until) {
        try {
            KeyPair keys = keys();
            return new Issued(certify(keys.getPublic(), commonName, purpose, until), keys.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key for " + commonName, e);
        }
    }

    /** For a key that its holder has made and kept. */
    public X509Certificate certify(PublicKey holder, String commonName, Purpose purpose, Instant until) {
        try {
            return sign(certificate.getSubjectX500Principal(), key, certificate, new X500Principal("CN=" + commonName),
                    holder, purpose, until);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot make a certificate for " + commonName, e);
        }
    }

    /** Whether this authority signed it; whether it still counts is another question. */
    public boolean signed(X509Certificate other) {
        try {
            other.verify(certificate.getPublicKey());
            return other.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /**
     * The certificates that count no more, as a list (RFC 5280 §5).
     *
     * @param until when the list itself is void: a broker that reads a void one lets nobody in
     */
    public X509CRL revoked(Map<BigInteger, Instant> serials, Instant now, Instant until) {
        try {
            var builder = new JcaX509v2CRLBuilder(certificate.getSubjectX500Principal(), Date.from(now));
            builder.setNextUpdate(Date.from(until));
            serials.forEach((serial, at) -> builder.addCRLEntry(serial, Date.from(at), CRLReason.privilegeWithdrawn));
            return new JcaX509CRLConverter().getCRL(builder.build(signer(key)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot sign a revocation list", e);
        }
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    }

    private static X509Certificate sign(
            X500Principal issuer, PrivateKey signingKey, @Nullable X509Certificate issuedBy,
            X500Principal subject, PublicKey holder, Purpose purpose, Instant until)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = new JcaX509v3CertificateBuilder(
                issuer, new BigInteger(127, RANDOM), Date.from(FROM), Date.from(until), subject, holder);
        var extensions = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false,
                extensions.createSubjectKeyIdentifier(holder));
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
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(signingKey)));
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
