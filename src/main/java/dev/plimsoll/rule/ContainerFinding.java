package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.source.Location;

/** Puts a finding about a container together: the place, where an alias brought the value from, the change it asks for. */
public final class ContainerFinding {
    private final Container container;
    private final Finding.Builder finding;

    private ContainerFinding(Container container, Location at) {
        this.container = container;
        this.finding = Finding.at(at).container(container.name().value());
    }

    /** A finding at a place. */
    public static ContainerFinding at(Container container, Location place) {
        return new ContainerFinding(container, place);
    }

    /** A finding at a value; if an alias brought it, the finding stands at the alias. */
    public static ContainerFinding at(Container container, Located<?> value) {
        ContainerFinding made = new ContainerFinding(container, value.shown());
        made.finding.label(value.at(), "written here");
        return made;
    }

    /** A finding at a field's value, or where it would stand. */
    public static ContainerFinding at(Container container, Field<?> field) {
        return field instanceof Field.Present<?> present
                ? at(container, present.value())
                : at(container, field.place());
    }

    /** What tells it from others of the same rule in this container. */
    public ContainerFinding evidence(String what) {
        finding.evidence(what);
        return this;
    }

    /** A place that shows the cause. */
    public ContainerFinding label(Location place, String message) {
        finding.label(place, message);
        return this;
    }

    /** A field's value as a place that shows the cause; nothing if it is not there. */
    public ContainerFinding label(Field<?> field, String message) {
        if (field instanceof Field.Present<?> present) {
            finding.label(present.value().shown(), message);
        }
        return this;
    }

    /** The way out in words, where no edit can be given. */
    public ContainerFinding help(String words) {
        finding.help(words);
        return this;
    }

    /**
     * The way out as a change of the container. If its writer refuses, the words stay, with the reason.
     *
     * @param title the change as an imperative: lower case, no final period
     */
    public ContainerFinding change(String title, Safety safety, Change.OfContainer change) {
        WrittenChange.into(finding, container.writer(), title, safety, change);
        return this;
    }

    /** The finding. */
    public Finding says(String message) {
        return finding.says(message);
    }
}
