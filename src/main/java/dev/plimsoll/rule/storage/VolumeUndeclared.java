package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.Undeclared;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named volume that a service mounts and nobody declares. Docker's refusal keeps the data safe: whoever declares a name
 * that was misspelt starts with an empty volume. Source: compose-go loader/validate.go.
 */
public final class VolumeUndeclared implements ProjectRule {
    @Override
    public String id() {
        return "volume-undeclared";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        MountedVolumes mounted = MountedVolumes.of(project);
        for (Undeclared found : Undeclared.of(project, ResourceKind.VOLUME)) {
            // with a slash it is a path, and volume-looks-relative says so
            if (found.name().value().indexOf('/') < 0) {
                FindingDraft<Change.OfContainer> finding = found.finding();
                wayOut(finding, found, mounted);
                findings.add(finding.says(found.message(ResourceKind.VOLUME)));
            }
        }
        return findings;
    }

    private static void wayOut(FindingDraft<Change.OfContainer> finding, Undeclared found, MountedVolumes mounted) {
        String name = found.name().value();
        if (!name.equals(found.written())) {
            finding.help("declare the volume that the variable names at the top level");
            return;
        }
        List<Resource> meant = mounted.meantBy(name);
        Resource certain = mounted.certain(meant);
        Mount mount = certain == null ? null : mountOf(found);
        if (certain != null && mount != null) {
            finding.label(certain.key().shown(), "declared, and no service mounts it")
                    .change(
                            "mount \"" + certain.name() + "\", which is declared",
                            Safety.UNSAFE,
                            new Change.SetMountSource(mount, certain.name()));
        } else if (!meant.isEmpty()) {
            // one more volume would be empty, where the data is in another
            finding.help("mount " + names(meant)
                    + " if that is the volume meant; otherwise declare this one at the top level");
        } else if (isName(name)) {
            finding.change("declare the volume at the top level", Safety.UNSAFE, new Change.DeclareVolume(name));
        } else {
            finding.help("declare the volume at the top level, under another name or in quotes");
        }
    }

    private static String names(List<Resource> volumes) {
        StringBuilder names = new StringBuilder();
        for (Resource volume : volumes) {
            names.append(names.length() == 0 ? "" : " or ")
                    .append('"')
                    .append(volume.name())
                    .append('"');
        }
        return names.toString();
    }

    private static @Nullable Mount mountOf(Undeclared found) {
        for (Mount mount : found.container().mounts()) {
            if (mount instanceof VolumeMount volume
                    && volume.source().isPresent()
                    && volume.source().get().at().equals(found.name().at())) {
                return volume;
            }
        }
        return null;
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
