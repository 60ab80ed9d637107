package dev.orderly.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The network address of the client that sent a request, by which attempts are counted. Headers such as
 * {@code X-Forwarded-For} are ignored unless they come from one of the {@linkplain #behind proxies}.
 */
@FunctionalInterface
public interface ClientAddress {

    /** The address of the client. */
    String of(HttpServletRequest request);

    /** The address that the connection comes from; of an IPv6 address the network, which is what one client has. */
    static ClientAddress ofConnection() {
        return request -> network(request.getRemoteAddr());
    }

    /**
     * The address that a proxy of the shop saw: the last one in {@code X-Forwarded-For} that is no proxy itself. It
     * counts only where the connection comes from a proxy.
     *
     * @param proxies the addresses of the shop's own proxies
     */
    static ClientAddress behind(Set<String> proxies) {
        Set<String> trusted = Set.copyOf(proxies);
        return request -> {
            List<String> hops = new ArrayList<>();
            for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
                for (String address : header.split(",", -1)) {
                    hops.add(address.strip());
                }
            }
            String client = request.getRemoteAddr();
            while (trusted.contains(client) && !hops.isEmpty()) {
                client = hops.remove(hops.size() - 1);
            }
            return network(client);
        };
    }

    /** The first 64 bits of an IPv6 address; every other text as it is. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] groups = address.replaceAll("[\\[\\]]", "").split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            if (i >= groups.length || groups[i].isEmpty()) {
                break;
            }
            network.append(groups[i]).append(':');
        }
        return network.isEmpty() ? address : network.toString();
    }
}
