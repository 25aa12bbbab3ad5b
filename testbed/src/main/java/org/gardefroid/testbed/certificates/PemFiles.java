package org.gardefroid.testbed.certificates;

import java.nio.file.Path;

/**
 * What a client needs for TLS, as files that any tool reads: mosquitto_pub's {@code --cafile}, {@code --cert} and
 * {@code --key}.
 *
 * @param authority the certificate that the other side's must be signed by
 * @param certificate the client's own
 * @param key its private key, PKCS #8 without a password, mode 600
 */
public record PemFiles(Path authority, Path certificate, Path key) {}
