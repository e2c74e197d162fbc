package dev.plimsoll.model;

import java.util.Optional;

/**
 * A published port or range of ports.
 *
 * @param hostIp the address that it is bound to on the host; empty for all
 * @param published the host's port or range as written; empty for one that the engine picks
 * @param target the container's port or range as written
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 */
public record PortMapping(Optional<String> hostIp, Optional<String> published, String target, String protocol) {
    /** The mapping in the short syntax, {@code 127.0.0.1:80:8080/udp}, however it is written. */
    public String shortForm() {
        String address = hostIp.isEmpty() || hostIp.get().isEmpty() ? "" : hostIp.get() + ":";
        String outside = published.isPresent() ? published.get() + ":" : "";
        return address + outside + target + (protocol.equals("tcp") ? "" : "/" + protocol);
    }

    /** Whether whoever reaches the host reaches it: it is bound to all addresses, as it is without one. */
    public boolean isOnAllAddresses() {
        return hostIp.isEmpty() || hostIp.get().isEmpty() || IpAddress.isUnspecified(hostIp.get());
    }
}
