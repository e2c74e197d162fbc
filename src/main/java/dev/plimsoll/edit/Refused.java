package dev.plimsoll.edit;

/** A change that cannot be written. Thrown while a change is planned, so that it is written whole or not at all. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** A refusal for a reason of its own: lower case, no final period. */
    public Refused(String reason) {
        // no stack trace: it is an answer, not a defect
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** It is written in a form that no edit is known for. */
    public static Refused uneditable() {
        return new Refused("it is written in a way that cannot be edited");
    }

    /**
     * A part is written in a form that no edit is known for.
     *
     * @param subject the part with its verb: {@code its volumes: are}
     */
    public static Refused uneditable(String subject) {
        return new Refused(subject + " written in a way that cannot be edited");
    }

    /** The text is decided elsewhere. */
    public static Refused variable() {
        return new Refused("a variable decides it");
    }

    /** What a file alone would say is not what counts. */
    public static Refused severalFiles() {
        return new Refused("it is put together from several files");
    }

    /** A block scalar, whose lines are not one text. */
    public static Refused block() {
        return new Refused("it is written as a block");
    }

    /** A container written in one line of flow style, where a line of its own has no place. */
    public static Refused braces(String container) {
        return new Refused("\"" + container + "\" is written in braces");
    }

    /** A name or a path that cannot stand there as it is. */
    public static Refused name() {
        return new Refused("its name would have to be written in another way");
    }

    /** Quotes or escapes stand in the way. */
    public static Refused quoted() {
        return new Refused("it is quoted in a way that cannot be edited");
    }

    /** A key that must not be removed, since a merged mapping has it too. */
    public static Refused merged() {
        return new Refused("without it the merged mapping's own would count");
    }

    /** Nothing to change. */
    public static Refused absent() {
        return new Refused("it is not written here");
    }

    /** A change of a kind that this syntax has no words for. */
    public static Refused noPlace() {
        return new Refused("a command has no place for it");
    }

    /** Why, for messages: lower case, no final period. */
    public String reason() {
        return reason;
    }
}
