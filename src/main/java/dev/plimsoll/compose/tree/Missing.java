package dev.plimsoll.compose.tree;

import dev.plimsoll.model.Field;
import dev.plimsoll.source.Location;
import org.jspecify.annotations.Nullable;

/** What stands for all the fields that are not there: a service has twenty of them, and one object will do. */
public final class Missing {
    private final Location anchor;
    private final Field<?> absent;
    private @Nullable Field<?> unknown;

    /**
     * Fields that are not there.
     *
     * @param anchor where they would stand
     */
    public Missing(Location anchor) {
        this.anchor = anchor;
        this.absent = new Field.Absent<>(anchor);
    }

    /** Where they would stand. */
    public Location anchor() {
        return anchor;
    }

    /**
     * A field that is not there.
     *
     * @param partial whether a part that is not seen may add it
     */
    @SuppressWarnings("unchecked")
    public <T> Field<T> field(boolean partial) {
        if (!partial) {
            // it holds no value, and so is one of any type
            return (Field<T>) absent;
        }
        Field<?> known = unknown;
        if (known == null) {
            known = new Field.Unknown<>(anchor);
            unknown = known;
        }
        return (Field<T>) known;
    }
}
