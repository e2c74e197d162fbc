package dev.plimsoll.dockerrun;

/** The commands that are read. */
enum CommandKind {
    /** {@code docker run}, {@code docker container run}. */
    RUN("run", 'r'),
    /** {@code docker create}, {@code docker container create}. */
    CREATE("create", 'c'),
    /** {@code docker volume create}. */
    VOLUME_CREATE("volume create", 'v');

    private final String words;
    private final char letter;

    CommandKind(String words, char letter) {
        this.words = words;
        this.letter = letter;
    }

    /** The words behind the program, in their short form. */
    String words() {
        return words;
    }

    /** The letter of the table of flags. */
    char letter() {
        return letter;
    }
}
