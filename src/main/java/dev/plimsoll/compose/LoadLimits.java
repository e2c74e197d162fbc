package dev.plimsoll.compose;

/** What a project may ask of us. Real ones stay far below; what goes above is a cycle or an attack. */
final class LoadLimits {
    /** Files that include each other in a row. */
    static final int MAX_INCLUDE_DEPTH = 32;

    /** Services that extend each other in a row. */
    static final int MAX_EXTENDS_DEPTH = 256;

    private LoadLimits() {}
}
