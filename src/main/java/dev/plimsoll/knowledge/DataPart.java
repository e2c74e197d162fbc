package dev.plimsoll.knowledge;

/** What a path is among those at which an image keeps its data. */
public enum DataPart {
    /** Something to be kept, of which nothing else has a copy. */
    OWN,
    /** Something to be kept if it is used: many never write there. */
    OPTIONAL,
    /** Another place where the data of the path before it may be: of another version, or by a link. */
    ALTERNATIVE
}
