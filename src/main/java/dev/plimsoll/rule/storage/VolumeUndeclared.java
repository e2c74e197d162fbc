package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.Undeclared;
import java.util.ArrayList;
import java.util.List;

/** A named volume that a service mounts and nobody declares. Source: compose-go loader/validate.go. */
public final class VolumeUndeclared implements ProjectRule {
    @Override
    public String id() {
        return "volume-undeclared";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        for (Undeclared found : Undeclared.of(project, ResourceKind.VOLUME)) {
            // with a slash it is a path, and volume-looks-relative says so
            if (found.name().value().indexOf('/') < 0) {
                findings.add(wayOut(found).says(found.message(ResourceKind.VOLUME)));
            }
        }
        return findings;
    }

    private static FindingDraft<Change.OfContainer> wayOut(Undeclared found) {
        String name = found.name().value();
        if (!name.equals(found.written())) {
            return found.finding().help("declare the volume that the variable names at the top level");
        }
        if (!isName(name)) {
            return found.finding().help("declare the volume at the top level, under another name or in quotes");
        }
        return found.finding()
                .change("declare the volume at the top level", Safety.SAFE, new Change.DeclareVolume(name));
    }

    /**
     * Whether a key of the top-level volumes may be called so without quotes. Source: the Compose Specification's schema;
     * a number or a word of YAML's own would be no string.
     */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean inside = i > 0 && ((c >= '0' && c <= '9') || "._-".indexOf(c) >= 0);
            if (!letter && !inside) {
                return false;
            }
        }
        return !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false") && !text.equalsIgnoreCase("null");
    }
}
