package dev.plimsoll.dockerfile;

import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.PlannedWriter;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Change;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import java.util.List;

/** Writes changes into Dockerfiles, those that stand within other files among them. */
final class DockerfileWriter extends PlannedWriter<Change.OfBuild> {
    @Override
    protected EditPlan plan(Change.OfBuild change, List<Location> causes) throws Refused {
        EditPlan plan = new EditPlan();
        if (change instanceof Change.RemoveBuildOption removal) {
            plan.add(withComma(removal.option().at()), "");
        }
        return plan;
    }

    /** An option together with the comma before it, or the one behind it if it is the first. */
    private static Location withComma(Location option) throws Refused {
        String text = option.file().text();
        Span span = option.span();
        if (span.start() > 0 && text.charAt(span.start() - 1) == ',') {
            return new Location(option.file(), new Span(span.start() - 1, span.end()));
        }
        if (span.end() < text.length() && text.charAt(span.end()) == ',') {
            return new Location(option.file(), new Span(span.start(), span.end() + 1));
        }
        throw Refused.uneditable();
    }
}
