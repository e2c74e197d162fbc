package dev.plimsoll.yaml;

/** A reference {@code *name} to an anchored node that stands before it. */
public final class YamlAlias extends YamlNode {
    private final String name;
    private final YamlNode target;

    YamlAlias(Properties properties, int start, int end, String name, YamlNode target) {
        super(properties, start, end);
        this.name = name;
        this.target = target;
    }

    /** The anchor's name. */
    public String name() {
        return name;
    }

    /** The anchored node, itself never an alias. */
    public YamlNode target() {
        return target;
    }

    @Override
    public String description() {
        return "an alias";
    }
}
