package org.gardefroid.ingest.notify.gateway;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses are a house's own. */
final class Addresses {

    private Addresses() {}

    /** Loopback, link-local, private (RFC 1918, RFC 4193), shared (RFC 6598), unspecified, multicast and reserved. */
    static boolean isInternal(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean isOdd = switch (address) {
            case Inet4Address four -> first == 0 || first >= 240 || first == 100 && second >= 64 && second < 128
                    || first == 192 && second == 0 || first == 198 && (second == 18 || second == 19);
            // fc00::/7; 64:ff9b::/96 and 2002::/16 carry an IPv4 address within.
            case Inet6Address six -> (first & 0xfe) == 0xfc || first == 0x20 && second == 0x02
                    || first == 0 && second == 0x64 || six.isIPv4CompatibleAddress();
            default -> true;
        };
        return isOdd || address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress();
    }
}
