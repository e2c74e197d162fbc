package dev.plimsoll.session;

import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of a run's projects as they were read, and those that fixes bring to light. */
final class KnownFiles {
    private final List<ReadProject> reads;
    /** By their shown paths. */
    private final Map<String, File> places = new HashMap<>();

    private final EditableFiles editable = new EditableFiles();
    private final Set<Set<String>> brought = new LinkedHashSet<>();

    /** @param reads all projects of the run, which come one by one */
    KnownFiles(List<ReadProject> reads) {
        this.reads = reads;
    }

    /**
     * Takes in the files of a project.
     *
     * @throws IOException if a file's real path cannot be told
     */
    void add(ReadProject read) throws IOException {
        for (Map.Entry<File, SourceFile> source : read.sources().entrySet()) {
            places.putIfAbsent(source.getValue().path(), source.getKey());
        }
        editable.add(read);
    }

    /** Those that fixes may change. */
    EditableFiles editable() {
        return editable;
    }

    /** Where a file of this shown path is. */
    File place(String path) {
        return places.getOrDefault(path, new File(path));
    }

    /** The files of some projects as they were read. */
    static Map<File, SourceFile> of(List<ReadProject> members) {
        Map<File, SourceFile> files = new HashMap<>();
        for (ReadProject member : members) {
            files.putAll(member.sources());
        }
        return files;
    }

    /**
     * Takes in the files that a fix brought to light. One that a project reads which is not fixed along with this one is left
     * to that, and the two belong together from now on.
     *
     * @param known the files of all members as they were read
     * @param now the files of the project after the fix
     */
    void adopt(ReadProject read, List<ReadProject> members, Map<File, SourceFile> known, ProjectFiles now)
            throws IOException {
        boolean more = false;
        Set<String> opened = now.opened();
        for (Map.Entry<File, SourceFile> source : now.sources().entrySet()) {
            File file = source.getKey();
            String path = source.getValue().path();
            if (!opened.contains(path) || read.sources().containsKey(file)) {
                continue;
            }
            if (isReadElsewhere(path, members)) {
                brought.add(opened);
            } else {
                read.sources().put(file, known.getOrDefault(file, source.getValue()));
                more = true;
            }
        }
        if (more) {
            add(read);
        }
    }

    private boolean isReadElsewhere(String path, List<ReadProject> members) {
        for (ReadProject read : reads) {
            if (!members.contains(read) && read.reads(path)) {
                return true;
            }
        }
        return false;
    }

    /** The shown paths of the files that a project read after a fix, where some of them were another's before. */
    Set<Set<String>> brought() {
        return brought;
    }
}
