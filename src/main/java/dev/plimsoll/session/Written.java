package dev.plimsoll.session;

import java.util.ArrayList;
import java.util.List;

/** Which files of a run were changed and which were not, by their shown paths. */
public final class Written {
    private final List<String> changed = new ArrayList<>();
    private final List<String> unchanged = new ArrayList<>();

    void changed(String shown) {
        changed.add(shown);
    }

    void unchanged(String shown) {
        unchanged.add(shown);
    }

    /** Those that were, in the order of their turn. */
    public List<String> changed() {
        return List.copyOf(changed);
    }

    /** Those that were to be and were not. */
    public List<String> unchanged() {
        return List.copyOf(unchanged);
    }
}
