package dev.plimsoll.model;

/** What a project declares at its top and containers refer to by name. */
public enum ResourceKind {
    /** {@code networks:}. */
    NETWORK("network", "networks"),
    /** {@code volumes:}. */
    VOLUME("volume", "volumes"),
    /** {@code secrets:}. */
    SECRET("secret", "secrets"),
    /** {@code configs:}. */
    CONFIG("config", "configs"),
    /** {@code models:}. */
    MODEL("model", "models");

    private final String label;
    private final String key;

    ResourceKind(String label, String key) {
        this.label = label;
        this.key = key;
    }

    /** The word for one of them. */
    public String label() {
        return label;
    }

    /** The key of the section that declares them, and of a service's references. */
    public String key() {
        return key;
    }
}
