package dev.plimsoll.fix;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Edits of several fixes that are made together. Unlike those of one fix, insertions at one and the same place may meet
 * here: they stand in the order of their fixes, each whole lines or entries of its own, the same ones once, and the check
 * that follows tells where that was wrong.
 */
final class Patch {
    private final boolean joining;

    /**
     * An empty patch.
     *
     * @param joining whether insertions of several fixes may meet at one place
     */
    Patch(boolean joining) {
        this.joining = joining;
    }

    /** By path and then by where they start; only insertions share a start. */
    private final Map<String, TreeMap<Integer, List<Edit>>> edits = new TreeMap<>();

    /** Adds a fix, unless one of its edits conflicts with what is there. */
    boolean add(Fix fix) {
        for (Edit edit : fix.edits()) {
            if (conflicts(edit)) {
                return false;
            }
        }
        for (Edit edit : fix.edits()) {
            List<Edit> here = edits.computeIfAbsent(edit.at().file().path(), path -> new TreeMap<>())
                    .computeIfAbsent(edit.at().span().start(), start -> new ArrayList<>(1));
            if (!isThere(edit, here)) {
                here.add(edit);
            }
        }
        return true;
    }

    /** Whether another fix writes the same there: of a value that services share, or of a file that several projects read. */
    private static boolean isThere(Edit edit, List<Edit> here) {
        for (Edit other : here) {
            if (other.at().span().equals(edit.at().span()) && other.text().equals(edit.text())) {
                return true;
            }
        }
        return false;
    }

    private boolean conflicts(Edit edit) {
        TreeMap<Integer, List<Edit>> inFile = edits.get(edit.at().file().path());
        if (inFile == null) {
            return false;
        }
        Span span = edit.at().span();
        // whatever starts further to the left ends before this one does
        Map.Entry<Integer, List<Edit>> left = inFile.lowerEntry(span.start());
        int leftEnd = left == null ? -1 : left.getValue().get(0).at().span().end();
        if (span.isEmpty()) {
            List<Edit> here = inFile.getOrDefault(span.start(), List.of());
            boolean replacedHere = !here.isEmpty() && !here.get(0).at().span().isEmpty();
            return leftEnd >= span.start() || replacedHere || (!joining && !here.isEmpty());
        }
        List<Edit> behind = inFile.getOrDefault(span.end(), List.of());
        boolean insertedBehind = !behind.isEmpty() && behind.get(0).at().span().isEmpty();
        boolean inside = !inFile.subMap(span.start(), span.end()).isEmpty();
        return leftEnd > span.start() || inside || insertedBehind;
    }

    /** Where a part of a file is found in the changed text, with all that was written in its place. */
    Span moved(String path, Span part) {
        TreeMap<Integer, List<Edit>> inFile = edits.get(path);
        if (inFile == null) {
            return part;
        }
        int shift = 0;
        int growth = 0;
        int start = part.start();
        int end = part.end();
        for (List<Edit> together : inFile.headMap(part.end(), true).values()) {
            for (Edit edit : together) {
                Span span = edit.at().span();
                int grown = edit.text().length() - span.length();
                boolean insertedAtStart = span.isEmpty() && span.start() == part.start();
                if (span.end() <= part.start() && !insertedAtStart) {
                    shift += grown;
                } else if (span.isEmpty() || span.start() < part.end()) {
                    growth += grown;
                    start = Math.min(start, span.start());
                    end = Math.max(end, span.end());
                }
            }
        }
        return new Span(start + shift, end + growth + shift);
    }

    /** The changed files by path, with byte order marks where they were. */
    Map<String, SourceFile> apply() {
        Map<String, SourceFile> changed = new TreeMap<>();
        for (Map.Entry<String, TreeMap<Integer, List<Edit>>> file : edits.entrySet()) {
            SourceFile before =
                    file.getValue().firstEntry().getValue().get(0).at().file();
            changed.put(file.getKey(), new SourceFile(file.getKey(), mark(before) + text(before, file.getValue())));
        }
        return changed;
    }

    private static String mark(SourceFile file) {
        return file.hasByteOrderMark() ? "\uFEFF" : "";
    }

    private static String text(SourceFile before, Map<Integer, List<Edit>> edits) {
        StringBuilder after = new StringBuilder(before.text().length() + 64);
        int from = 0;
        for (List<Edit> together : edits.values()) {
            for (Edit edit : together) {
                after.append(before.text(), from, edit.at().span().start()).append(edit.text());
                from = edit.at().span().end();
            }
        }
        return after.append(before.text(), from, before.text().length()).toString();
    }
}
