package dev.plimsoll.session;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.fix.Checked;
import dev.plimsoll.fix.Fixed;
import dev.plimsoll.fix.FixedFile;
import dev.plimsoll.fix.Selection;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Projects that are fixed together, since files to change are read together in some way to use them, and what came of it. */
final class FixGroup {
    private final List<ReadProject> members = new ArrayList<>();
    private Fixed fixed = new Fixed(List.of(), List.of(), List.of(), new Checked(List.of(), List.of(), List.of()));

    private FixGroup() {}

    /** The shown paths of the files that some fix of what was found may change. */
    static Set<String> edited(List<ReadProject> reads, Selection selection) {
        Set<String> edited = new HashSet<>();
        for (ReadProject read : reads) {
            for (Diagnostic diagnostic : read.found().diagnostics()) {
                Fix fix = selection.of(diagnostic);
                for (Edit edit : fix == null ? List.<Edit>of() : fix.edits()) {
                    edited.add(edit.at().file().path());
                }
            }
        }
        return edited;
    }

    /**
     * Puts projects together that a file to change belongs to, or of which some files to change may be used together: what
     * a fix may do in one of them depends on what the others say. Those without a fix stay alone.
     *
     * @param edited the shown paths of the files that some fix may change
     * @param uses the shown paths of the files that are read together where files are used in other ways
     */
    static List<FixGroup> of(List<ReadProject> reads, Set<String> edited, Collection<Set<String>> uses) {
        int[] first = new int[reads.size()];
        Map<String, Integer> owners = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
            for (SourceFile source : reads.get(i).sources().values()) {
                Integer owner = edited.contains(source.path()) ? owners.putIfAbsent(source.path(), i) : null;
                join(first, i, owner == null ? i : owner);
            }
        }
        for (Set<String> use : uses) {
            int known = -1;
            for (String path : use) {
                Integer owner = owners.get(path);
                if (owner != null) {
                    join(first, owner, known < 0 ? owner : known);
                    known = owner;
                }
            }
        }
        Map<Integer, FixGroup> groups = new LinkedHashMap<>();
        for (int i = 0; i < first.length; i++) {
            groups.computeIfAbsent(root(first, i), any -> new FixGroup())
                    .members
                    .add(reads.get(i));
        }
        return List.copyOf(groups.values());
    }

    /**
     * Puts the groups of two projects together.
     *
     * @param first of each project one before it that it is fixed with, or itself
     */
    private static void join(int[] first, int one, int other) {
        int a = root(first, one);
        int b = root(first, other);
        first[Math.max(a, b)] = Math.min(a, b);
    }

    private static int root(int[] first, int project) {
        int root = project;
        while (first[root] != root) {
            root = first[root];
        }
        return root;
    }

    /** The shown paths of the files that fixing them changed. */
    Set<String> changed() {
        Set<String> changed = new HashSet<>();
        for (FixedFile file : fixed.files()) {
            changed.add(file.before().path());
        }
        return changed;
    }

    List<ReadProject> members() {
        return members;
    }

    /** The outcome of fixing them; nothing at first. */
    Fixed fixed() {
        return fixed;
    }

    void becomes(Fixed outcome) {
        fixed = outcome;
    }

    /** Nothing is fixed where we fail. */
    void fails(Throwable failure) {
        Checked found = ReadProject.together(members);
        List<Defect> defects = new ArrayList<>(found.defects());
        defects.add(Defect.of(members.get(0).unit().first().shown(), "fixing", failure));
        Checked left = new Checked(found.diagnostics(), found.errors(), defects);
        becomes(new Fixed(List.of(), List.of(), List.of(), left));
    }
}
