package dev.plimsoll.session;

import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.fix.Checked;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A unit as it was read.
 *
 * @param sources its files, which are not read again while it is fixed; those that a fix brings in come to them
 * @param composeFiles the shown paths of those that Docker may load for themselves
 * @param found what was found in it
 */
record ReadProject(Unit unit, Map<File, SourceFile> sources, Set<String> composeFiles, Checked found) {
    ReadProject {
        composeFiles = Set.copyOf(composeFiles);
        sources = new HashMap<>(sources);
    }

    /** Whether a file of this shown path is among its files. */
    boolean reads(String path) {
        for (SourceFile source : sources.values()) {
            if (source.path().equals(path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether Docker may load a file of this shown path for itself. */
    boolean isCompose(String path) {
        return composeFiles.contains(path);
    }

    ReadProject with(Diagnostic remark) {
        List<Diagnostic> all = new ArrayList<>(found.diagnostics());
        all.add(remark);
        all.sort(Linter.BY_PLACE);
        return with(all);
    }

    ReadProject with(List<Diagnostic> diagnostics) {
        return with(new Checked(diagnostics, found.errors(), found.defects(), found.refused()));
    }

    ReadProject with(Checked other) {
        return new ReadProject(unit, sources, composeFiles, other);
    }

    /** What was found in some units. */
    static Checked together(List<ReadProject> members) {
        List<Checked> all = new ArrayList<>();
        for (ReadProject member : members) {
            all.add(member.found());
        }
        return joined(all);
    }

    /** Several outcomes as one, in their order. */
    static Checked joined(List<Checked> all) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<InputError> errors = new ArrayList<>();
        List<Defect> defects = new ArrayList<>();
        Map<String, String> refused = new HashMap<>();
        for (Checked checked : all) {
            refused.putAll(checked.refused());
            diagnostics.addAll(checked.diagnostics());
            errors.addAll(checked.errors());
            defects.addAll(checked.defects());
        }
        return new Checked(diagnostics, errors, defects, refused);
    }
}
