package dev.plimsoll.fuzz;

/** What is done with an input. */
enum Act {
    /** The linter alone, in memory. */
    READ(1),
    /** A report, in a format of many. */
    CHECK(1),
    /** The same report again, and one in another format. */
    AGAIN(12),
    /** The fixes as a difference. */
    DIFF(6),
    /** All fixes written, twice. */
    WRITE(5),
    /** Only those fixes written that change no container, twice. */
    WRITE_SAFE(10),
    /** A report of what fixes left. */
    FIX(20),
    /** Comments at all findings, twice. */
    IGNORES(15),
    /** A baseline of all findings. */
    BASELINE(20),
    /** What counts towards memory limits. */
    BUDGET(10),
    /** The model. */
    MODEL(8),
    /** A file given on standard input. */
    INPUT(15);

    private final int times;

    Act(int times) {
        this.times = times;
    }

    /** It is done once in so many inputs. */
    int oneIn() {
        return times;
    }
}
