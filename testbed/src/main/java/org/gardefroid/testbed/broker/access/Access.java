package org.gardefroid.testbed.broker.access;

import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.MqttActivity;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import java.util.List;

/**
 * Who may publish and read what: a device below its own name, the service everything up and nothing but down.
 *
 * @param gateways how the names begin of those that may speak for any device; empty, as it is unless asked for, lets nobody
 */
record Access(String gateways) {

    List<TopicPermission> of(String commonName) {
        if (isService(commonName)) {
            return List.of(allow("gardefroid/#", MqttActivity.SUBSCRIBE),
                    allow("gardefroid/+/+/+/down/#", MqttActivity.PUBLISH));
        }
        String device = isGateway(commonName) ? "+" : commonName;
        return List.of(allow("gardefroid/1/+/" + device + "/up/#", MqttActivity.PUBLISH),
                allow("gardefroid/1/+/" + device + "/down/#", MqttActivity.SUBSCRIBE));
    }

    private boolean isGateway(String commonName) {
        return !gateways.isEmpty() && commonName.startsWith(gateways);
    }

    private static boolean isService(String commonName) {
        return commonName.equals("service") || commonName.startsWith("service-");
    }

    private static TopicPermission allow(String topicFilter, MqttActivity activity) {
        return Builders.topicPermission().topicFilter(topicFilter).activity(activity).build();
    }
}
