package dev.plimsoll.model;

import java.util.Optional;

/**
 * A container's reference to another service.
 *
 * @param service the other service's name
 * @param reason what makes it depend
 * @param condition {@code service_started}, {@code service_healthy} …; empty if none is written
 * @param required whether Compose insists on it
 */
public record Dependency(Located<String> service, Reason reason, Optional<String> condition, boolean required) {
    /** Keys that refer to a service; all of them make Compose start it first. */
    public enum Reason {
        /** {@code depends_on}. */
        DEPENDS_ON("depends_on"),
        /** {@code links}. */
        LINKS("links"),
        /** {@code volumes_from}. */
        VOLUMES_FROM("volumes_from"),
        /** {@code network_mode: service:…}. */
        NETWORK_MODE("network_mode"),
        /** {@code ipc: service:…}. */
        IPC("ipc"),
        /** {@code pid: service:…}. */
        PID("pid"),
        /** {@code uts: service:…}. */
        UTS("uts");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** The key of the service. */
        public String key() {
            return key;
        }
    }
}
