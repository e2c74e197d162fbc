package dev.plimsoll.cli;

import java.util.ArrayList;
import java.util.List;

/** Which files of a run were changed and which were not. */
final class Written {
    private final List<String> changed = new ArrayList<>();
    private final List<String> unchanged = new ArrayList<>();

    void changed(String shown) {
        changed.add(shown);
    }

    void unchanged(String shown) {
        unchanged.add(shown);
    }

    /** Says which were and which were not, if it is some and some: of one file the error says it all. */
    void tell(Streams streams) {
        if (!changed.isEmpty() && !unchanged.isEmpty()) {
            streams.complain("plimsoll: changed " + String.join(", ", changed) + "; not changed: "
                    + String.join(", ", unchanged));
        }
    }
}
