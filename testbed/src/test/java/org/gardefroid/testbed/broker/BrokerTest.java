package org.gardefroid.testbed.broker;

import java.net.URI;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.certificates.Authority;

class BrokerTest extends BrokerRules {

    @Override
    URI uri() {
        return Testbed.shared().broker().uri();
    }

    @Override
    Authority authority() {
        return Testbed.shared().authority();
    }
}
