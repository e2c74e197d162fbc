package dev.plimsoll.suppress;

import dev.plimsoll.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comment {@code plimsoll: ignore[id,id] reason}.
 *
 * @param at from the comment's sign to the directive's end; with the comment's closing sign where it has one
 * @param ownLine whether nothing but blanks stands before the comment on its line
 * @param wholeFile whether it is about the whole file
 * @param ids the rules that it names
 * @param reason why; empty where nothing is said
 * @param covered where findings must start to be meant, ends inclusive
 * @param mistake what is wrong with its form: lower case, no final period
 */
record Directive(
        Span at,
        boolean ownLine,
        boolean wholeFile,
        List<Id> ids,
        Optional<String> reason,
        List<Span> covered,
        Optional<String> mistake) {
    /**
     * A rule that is named.
     *
     * @param at where, without blanks
     */
    record Id(String name, Span at) {
        // written out, as in Span
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Id id && at.equals(id.at) && name.equals(id.name);
        }

        @Override
        public int hashCode() {
            return at.hashCode();
        }
    }

    boolean covers(int offset) {
        for (Span span : covered) {
            if (span.start() <= offset && offset <= span.end()) {
                return true;
            }
        }
        return wholeFile;
    }

    boolean names(String rule) {
        for (Id id : ids) {
            if (id.name().equals(rule)) {
                return true;
            }
        }
        return false;
    }

    // a directive is itself and no other: comparing all that it holds would take long where thousands are looked up
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return at.start();
    }
}
