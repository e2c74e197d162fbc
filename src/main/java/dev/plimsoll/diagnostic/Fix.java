package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Edit;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A change of the text that removes a finding, made whole or not at all.
 *
 * @param title what it does, as an imperative: lower case, no final period
 * @param safety whether it may change what a running container does
 * @param edits the replacements, sorted by place, none in conflict with another
 */
public record Fix(String title, Safety safety, List<Edit> edits) {
    /**
     * Sorts and checks the edits.
     *
     * @throws IllegalArgumentException if there are none or two of them conflict
     */
    public Fix {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(BY_PLACE);
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("a fix without edits: " + title);
        }
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).conflictsWith(sorted.get(i))) {
                throw new IllegalArgumentException("edits in conflict: " + title);
            }
        }
        edits = List.copyOf(sorted);
        title = Shortened.words(title);
    }

    private static final Comparator<Edit> BY_PLACE = new Comparator<>() {
        @Override
        public int compare(Edit a, Edit b) {
            return a.at().compareStart(b.at());
        }
    };

    /** Whether any edit of this fix conflicts with one of another. */
    public boolean conflictsWith(Fix other) {
        for (Edit mine : edits) {
            for (Edit theirs : other.edits) {
                if (mine.conflictsWith(theirs)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The file's text with this fix's edits of it made; the text as it is if there are none. */
    public String applyTo(SourceFile file) {
        return apply(file, edits);
    }

    /**
     * A file's text with edits made.
     *
     * @param edits without conflicts among them; those of other files are passed over
     */
    public static String apply(SourceFile file, List<Edit> edits) {
        List<Edit> own = new ArrayList<>();
        for (Edit edit : edits) {
            if (edit.at().file() == file) {
                own.add(edit);
            }
        }
        own.sort(BY_PLACE);
        StringBuilder text = new StringBuilder(file.text().length());
        int at = 0;
        for (Edit edit : own) {
            text.append(file.text(), at, edit.at().span().start()).append(edit.text());
            at = edit.at().span().end();
        }
        return text.append(file.text(), at, file.text().length()).toString();
    }
}
