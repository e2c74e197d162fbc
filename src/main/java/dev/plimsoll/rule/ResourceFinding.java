package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Resource;
import dev.plimsoll.source.Location;

/** Puts a finding about a declaration at the top together: the place and the change it asks for. */
public final class ResourceFinding {
    private final Resource resource;
    private final Finding.Builder finding;

    private ResourceFinding(Resource resource, Location at) {
        this.resource = resource;
        this.finding = Finding.at(at).evidence(resource.name());
    }

    /** A finding at the declaration's name. */
    public static ResourceFinding at(Resource resource) {
        return new ResourceFinding(resource, resource.key().shown());
    }

    /** A finding at a part of the declaration. */
    public static ResourceFinding at(Resource resource, Location place) {
        return new ResourceFinding(resource, place);
    }

    /** What tells it from others of the same rule, if the name does not. */
    public ResourceFinding evidence(String what) {
        finding.evidence(what);
        return this;
    }

    /** A place that shows the cause. */
    public ResourceFinding label(Location place, String message) {
        finding.label(place, message);
        return this;
    }

    /** The way out in words, where no edit can be given. */
    public ResourceFinding help(String words) {
        finding.help(words);
        return this;
    }

    /**
     * The way out as a change of the declaration. If its writer refuses, the words stay, with the reason.
     *
     * @param title the change as an imperative: lower case, no final period
     */
    public ResourceFinding change(String title, Safety safety, Change.OfResource change) {
        WrittenChange.into(finding, resource.writer(), title, safety, change);
        return this;
    }

    /** The finding. */
    public Finding says(String message) {
        return finding.says(message);
    }
}
