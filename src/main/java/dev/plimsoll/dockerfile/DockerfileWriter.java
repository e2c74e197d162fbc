package dev.plimsoll.dockerfile;

import dev.plimsoll.edit.EditPlan;
import dev.plimsoll.edit.PlannedWriter;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.TmpfsOption;
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
        } else if (change instanceof Change.RenameBuildOption renaming) {
            plan.add(key(renaming.option()), renaming.name());
        }
        return plan;
    }

    private static Location key(Located<TmpfsOption> option) throws Refused {
        Location at = option.at();
        int end = at.span().start() + option.value().key().length();
        Location key = new Location(
                at.file(), new Span(at.span().start(), Math.min(end, at.span().end())));
        if (!key.text().equalsIgnoreCase(option.value().key())) {
            throw Refused.uneditable();
        }
        return key;
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
