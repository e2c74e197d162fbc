package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.BuildTmpfs;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.ChangeWriter;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Resource;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a finding about a container or a declaration together: the place, where an alias brought the value from, the change
 * that it asks for.
 *
 * @param <C> the changes of what it is about
 */
public final class FindingDraft<C extends Change> {
    private final ChangeWriter<C> writer;
    private final Finding.Builder finding;
    /** The finding's place, and those that show the cause. */
    private final List<Location> causes = new ArrayList<>(2);

    private final List<Wish<C>> wishes = new ArrayList<>(1);

    private FindingDraft(ChangeWriter<C> writer, Location at, Finding.Builder finding) {
        this.writer = writer;
        this.finding = finding;
        causes.add(at);
    }

    /** A change that is written once all causes are known. */
    private record Wish<C extends Change>(String title, Safety safety, C change) {}

    /** A finding about a container, at a place. */
    public static FindingDraft<Change.OfContainer> at(Container container, Location place) {
        return new FindingDraft<>(
                container.writer(),
                place,
                Finding.at(place).container(container.name().value()));
    }

    /**
     * A finding about a container, at a value: where it was written, which is the same place for all containers to which
     * aliases bring it.
     */
    public static FindingDraft<Change.OfContainer> at(Container container, Located<?> value) {
        FindingDraft<Change.OfContainer> draft = at(container, value.at());
        if (!value.through().isEmpty()) {
            String name = container.name().value();
            draft.label(value.shown(), "brings it to \"" + name + "\"").finding.through(value.shown());
        }
        return draft;
    }

    /** A finding about a container, at a field's value, or where it would stand. */
    public static FindingDraft<Change.OfContainer> at(Container container, Field<?> field) {
        return field instanceof Field.Present<?> present
                ? at(container, present.value())
                : at(container, field.place());
    }

    /** A finding about a declaration at the top, at its name, which tells it from others of the same rule. */
    public static FindingDraft<Change.OfResource> at(Resource resource) {
        Location place = resource.key().shown();
        return new FindingDraft<>(resource.writer(), place, Finding.at(place).evidence(resource.name()));
    }

    /** A finding about a mount of a build, at one of its options. */
    public static FindingDraft<Change.OfBuild> at(BuildTmpfs mount, Located<?> option) {
        return new FindingDraft<>(mount.writer(), option.at(), Finding.at(option.at()));
    }

    /** The container whose image is built so. */
    public FindingDraft<C> container(String name) {
        finding.container(name);
        return this;
    }

    /** What tells it from others of the same rule about the same thing. */
    public FindingDraft<C> evidence(String what) {
        finding.evidence(what);
        return this;
    }

    /** A place that shows the cause. */
    public FindingDraft<C> label(Location place, String message) {
        causes.add(place);
        finding.label(place, message);
        return this;
    }

    /** A field's value as a place that shows the cause; nothing if it is not there. */
    public FindingDraft<C> label(Field<?> field, String message) {
        if (field instanceof Field.Present<?> present) {
            label(present.value().shown(), message);
        }
        return this;
    }

    /** A field's value that is no cause: without it there would be a finding all the same. */
    public FindingDraft<C> context(Field<?> field, String message) {
        if (field instanceof Field.Present<?> present) {
            finding.label(present.value().shown(), message);
        }
        return this;
    }

    /** Says that Docker refuses to load the project because of it; the page says {@code refused: some}. */
    public FindingDraft<C> stopsLoading() {
        finding.stopsLoading();
        return this;
    }

    /** Says that its lines hold what reports must not repeat. */
    public FindingDraft<C> confidential() {
        finding.confidential();
        return this;
    }

    /** The way out in words, where no edit can be given. */
    public FindingDraft<C> help(String words) {
        finding.help(words);
        return this;
    }

    /**
     * The way out as a change. If the writer of the container or declaration refuses it, the words stay, with the reason.
     *
     * @param title the change as an imperative: lower case, no final period
     */
    public FindingDraft<C> change(String title, Safety safety, C change) {
        wishes.add(new Wish<>(title, safety, change));
        return this;
    }

    private void write(Wish<C> wished) {
        List<Edit> edits = new ArrayList<>(2);
        Optional<String> refusal = writer.write(wished.change(), causes, edits);
        if (refusal.isPresent()) {
            withheld(wished.title(), refusal.get());
        } else {
            finding.help(wished.title());
            finding.fix(new Fix(wished.title(), wished.safety(), edits));
        }
    }

    /**
     * The way out in words, with the reason why no edit is offered that would be written otherwise.
     *
     * @param title the change as an imperative: lower case, no final period
     * @param reason why it may do harm: a part of a sentence
     */
    public FindingDraft<C> withheld(String title, String reason) {
        finding.help(title + " (by hand: " + reason + ")");
        finding.refusal(reason);
        return this;
    }

    /** The finding. */
    public Finding says(String message) {
        for (Wish<C> wish : wishes) {
            write(wish);
        }
        return finding.says(message);
    }
}
