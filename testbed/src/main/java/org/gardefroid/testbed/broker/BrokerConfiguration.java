package org.gardefroid.testbed.broker;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.KeyStores;

/**
 * HiveMQ's configuration, with the key stores it reads.
 *
 * @param password of the key stores, made anew at each start
 */
record BrokerConfiguration(Path keyStore, Path trustStore, String password) {

    /** Devices × window must fit, or the broker drops what the agents then all send again. */
    static final int QUEUED_MESSAGES = 1_000_000;

    /** A batch is at most 64 kB; what is far above is a mistake or an attack, and ends here. */
    static final int LARGEST_PACKET_BYTES = 256 * 1_024;

    /** The most MQTT can say: an agent bounds its own window in bytes, a load generator is bounded by nobody else. */
    static final int RECEIVE_MAXIMUM = 65_535;

    static BrokerConfiguration in(Path folder, Authority authority) {
        String password = new BigInteger(160, new SecureRandom()).toString(36);
        var configuration = new BrokerConfiguration(folder.resolve("own.jks"), folder.resolve("trusted.jks"), password);
        KeyStores.writeOwn(authority.server(), password.toCharArray(), configuration.keyStore);
        KeyStores.writeTrusted(authority.server(), password.toCharArray(), configuration.trustStore);
        return configuration;
    }

    /** @param webSocketPort also with TLS, at the path {@code /mqtt} */
    String xml(String bind, int port, int webSocketPort) {
        return """
                <?xml version="1.0"?>
                <hivemq>
                    <listeners>
                        <tls-tcp-listener>
                            <port>%1$d</port>
                            <bind-address>%2$s</bind-address>
                            %3$s
                        </tls-tcp-listener>
                        <tls-websocket-listener>
                            <port>%4$d</port>
                            <bind-address>%2$s</bind-address>
                            <path>/mqtt</path>
                            <subprotocols><subprotocol>mqtt</subprotocol></subprotocols>
                            %3$s
                        </tls-websocket-listener>
                    </listeners>
                    <mqtt>
                        <queued-messages><max-queue-size>%5$d</max-queue-size><strategy>discard</strategy></queued-messages>
                        <packets><max-packet-size>%6$d</max-packet-size></packets>
                        <receive-maximum><server-receive-maximum>%7$d</server-receive-maximum></receive-maximum>
                    </mqtt>
                    <security><allow-empty-client-id><enabled>false</enabled></allow-empty-client-id></security>
                    <persistence><mode>in-memory</mode></persistence>
                    <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """
                .formatted(port, bind, tls(), webSocketPort, QUEUED_MESSAGES, LARGEST_PACKET_BYTES, RECEIVE_MAXIMUM);
    }

    private String tls() {
        return """
                <tls>
                    <keystore>
                        <path>%2$s</path>
                        <password>%1$s</password>
                        <private-key-password>%1$s</private-key-password>
                    </keystore>
                    <truststore>
                        <path>%3$s</path>
                        <password>%1$s</password>
                    </truststore>
                    <client-authentication-mode>REQUIRED</client-authentication-mode>
                </tls>
                """.formatted(password, keyStore, trustStore);
    }
}
