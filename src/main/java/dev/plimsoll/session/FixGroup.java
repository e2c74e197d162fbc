package dev.plimsoll.session;

import dev.plimsoll.fix.Checked;
import dev.plimsoll.fix.Fixed;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Projects that are fixed together, since they share a file to change, and what came of it. */
final class FixGroup {
    private final List<ReadProject> members = new ArrayList<>();
    private Fixed fixed = new Fixed(List.of(), List.of(), List.of(), new Checked(List.of(), List.of(), List.of()));

    private FixGroup() {}

    /**
     * Puts projects together that a file to change belongs to; those without a fix stay alone.
     *
     * @param edited the shown paths of the files that some fix may change
     */
    static List<FixGroup> of(List<ReadProject> reads, Set<String> edited) {
        List<FixGroup> groups = new ArrayList<>();
        Map<String, FixGroup> byPath = new HashMap<>();
        for (ReadProject read : reads) {
            FixGroup group = new FixGroup();
            group.members.add(read);
            groups.add(group);
            for (SourceFile source : read.sources().values()) {
                FixGroup other = edited.contains(source.path()) ? byPath.putIfAbsent(source.path(), group) : null;
                if (other != null && other != group) {
                    other.members.addAll(group.members);
                    groups.remove(group);
                    for (Map.Entry<String, FixGroup> owner : byPath.entrySet()) {
                        if (owner.getValue() == group) {
                            owner.setValue(other);
                        }
                    }
                    group = other;
                }
            }
        }
        return groups;
    }

    List<ReadProject> members() {
        return members;
    }

    /** What came of fixing them; nothing at first. */
    Fixed fixed() {
        return fixed;
    }

    void becomes(Fixed outcome) {
        fixed = outcome;
    }
}
