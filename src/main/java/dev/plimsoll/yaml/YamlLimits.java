package dev.plimsoll.yaml;

/** What a file may ask of us. Real Compose files stay far below; what goes above is an attack or an accident. */
final class YamlLimits {
    /** Levels of nesting. A Compose file needs about ten; every reader of the tree may then recurse without care. */
    static final int MAX_DEPTH = 256;

    /** Nodes as written: about 200 bytes of memory each. 50,000 generated services take a million. */
    static final int MAX_NODES = 3_000_000;

    /**
     * Nodes that aliases may add, apart from ten for each node written: compose-go refuses after 100,000 visits, and a
     * file that repeats one anchor in each of many services must stay readable.
     */
    static final long MAX_ALIASED_NODES = 100_000;

    /** See {@link #MAX_ALIASED_NODES}. */
    static final long ALIASED_NODES_PER_NODE = 10;

    private YamlLimits() {}
}
