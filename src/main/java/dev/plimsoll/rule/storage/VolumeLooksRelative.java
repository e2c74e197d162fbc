package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A path without the dot that makes it one. Source: compose-go format/volume.go. */
public final class VolumeLooksRelative implements ProjectRule {
    @Override
    public String id() {
        return "volume-looks-relative";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        for (Container container : project.containers()) {
            for (Mount mount : container.mounts()) {
                if (mount instanceof VolumeMount volume && volume.source().isPresent()) {
                    Value<String> name = volume.source().get().value();
                    String source = name.known().orElse("");
                    int slash = source.indexOf('/');
                    if (slash >= 0) {
                        Optional<Resource> declared = project.resource(ResourceKind.VOLUME, source.substring(0, slash));
                        findings.add(finding(container, volume, name.raw(), declared));
                    }
                }
            }
        }
        return findings;
    }

    private static Finding finding(
            Container container, VolumeMount volume, String source, Optional<Resource> declared) {
        FindingDraft<Change.OfContainer> finding =
                FindingDraft.at(container, volume.source().get()).evidence(source);
        if (source.startsWith("~")) {
            // only a shell knows whose home that is, and it looks at the beginning of words
            finding.help("write the whole path, in a mount of type bind");
        } else if (declared.isPresent()) {
            // an empty directory is not what somebody wants who means a part of the volume
            finding.label(declared.get().key().shown(), "a volume of that name")
                    .help("write ./" + source + " if a directory is meant; a part of the volume \""
                            + declared.get().name() + "\" is mounted in the long form, with volume.subpath");
        } else {
            String path = isPath(source) ? source : "./" + source;
            boolean isShort = volume.declared().value().startsWith(source + ":");
            finding.change(
                    isShort ? "write " + path : "mount " + path + " with type bind",
                    Safety.SAFE,
                    new Change.SetMountSource(volume, path));
        }
        return finding.says("\"" + source + "\" of \"" + container.name().value()
                + "\" is read as the name of a volume, which cannot have a slash: "
                + (container.dialect() == Container.Dialect.COMPOSE
                        ? "Docker refuses to load the project"
                        : "the engine refuses to create the container"));
    }

    /** Whether a source says itself that it is a path: absolute, from here, or on a drive of Windows. */
    private static boolean isPath(String source) {
        boolean drive = source.length() > 2 && source.charAt(1) == ':' && "/\\".indexOf(source.charAt(2)) >= 0;
        return drive || source.startsWith("/") || source.startsWith("./") || source.startsWith("../");
    }
}
