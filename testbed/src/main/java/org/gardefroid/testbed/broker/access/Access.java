package org.gardefroid.testbed.broker.access;

import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.MqttActivity;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import java.util.List;

/** Who may publish and read what: a device below its own name, the service everything up and nothing but down. */
final class Access {

    private Access() {}

    static List<TopicPermission> of(String commonName) {
        return isService(commonName)
                ? List.of(allow("gardefroid/#", MqttActivity.SUBSCRIBE),
                        allow("gardefroid/+/+/+/down/#", MqttActivity.PUBLISH))
                : List.of(allow("gardefroid/1/+/" + commonName + "/up/#", MqttActivity.PUBLISH),
                        allow("gardefroid/1/+/" + commonName + "/down/#", MqttActivity.SUBSCRIBE));
    }

    private static boolean isService(String commonName) {
        return commonName.equals("service") || commonName.startsWith("service-");
    }

    private static TopicPermission allow(String topicFilter, MqttActivity activity) {
        return Builders.topicPermission().topicFilter(topicFilter).activity(activity).build();
    }
}
