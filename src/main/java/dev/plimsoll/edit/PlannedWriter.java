package dev.plimsoll.edit;

import dev.plimsoll.model.Change;
import dev.plimsoll.model.ChangeWriter;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * A writer that plans all edits of a change before it hands on the first one.
 *
 * @param <C> the changes that it is asked for
 */
public abstract class PlannedWriter<C extends Change> implements ChangeWriter<C> {
    @Override
    public final Optional<String> write(C change, List<Location> causes, List<Edit> into) {
        try {
            plan(change, causes).writeTo(into);
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(e.reason());
        }
    }

    /** The edits of a change that these places make necessary. */
    protected abstract EditPlan plan(C change, List<Location> causes) throws Refused;
}
