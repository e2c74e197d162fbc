package dev.plimsoll.edit;

import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The edits of one change, in the order in which they were planned. */
public final class EditPlan {
    private final List<Edit> edits = new ArrayList<>(2);

    /** Plans an edit. */
    public void add(Edit edit) {
        edits.add(edit);
    }

    /** Plans to put a text in place of what stands at a place; an empty span inserts. */
    public void add(Location at, String text) {
        edits.add(new Edit(at, text));
    }

    /** The edits as they were planned. */
    public List<Edit> edits() {
        return edits;
    }

    /**
     * Hands the edits on, those that touch each other put together in the order in which they were planned.
     *
     * @throws Refused if they overlap, or if there are none
     */
    public void writeTo(List<Edit> into) throws Refused {
        List<Edit> combined = new ArrayList<>(edits.size());
        for (Edit edit : edits) {
            Edit whole = edit;
            List<Edit> apart = new ArrayList<>(edits.size());
            for (Edit other : combined) {
                Span before = other.at().span();
                Span after = whole.at().span();
                boolean together = other.at().file() == whole.at().file()
                        && before.start() <= after.end()
                        && after.start() <= before.end();
                if (!together) {
                    apart.add(other);
                } else if (before.end() <= after.start()) {
                    whole = joined(other, whole);
                } else if (after.end() <= before.start()) {
                    whole = joined(whole, other);
                } else {
                    throw new Refused("its parts would have to be written at one place");
                }
            }
            apart.add(whole);
            combined = apart;
        }
        if (combined.isEmpty()) {
            throw new Refused("its parts would have to be written at one place");
        }
        into.addAll(combined);
    }

    private static Edit joined(Edit first, Edit second) {
        Span span = new Span(first.at().span().start(), second.at().span().end());
        return new Edit(new Location(first.at().file(), span), first.text() + second.text());
    }
}
