package dev.plimsoll.rule.compose;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Project;
import dev.plimsoll.model.Resource;
import dev.plimsoll.model.ResourceKind;
import dev.plimsoll.rule.ProjectRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of a volume that is made elsewhere. Networks may have some, which Docker passes over. Source: compose-go
 * validation/external.go.
 */
public final class ExternalWithOptions implements ProjectRule {
    @Override
    public String id() {
        return "external-with-options";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        for (Resource volume : project.resources(ResourceKind.VOLUME)) {
            List<Located<String>> options = volume.isExternal() ? options(volume) : List.of();
            if (!options.isEmpty()) {
                findings.add(finding(volume, options));
            }
        }
        return findings;
    }

    private static List<Located<String>> options(Resource volume) {
        List<Located<String>> options = new ArrayList<>();
        for (Located<String> setting : volume.settings()) {
            if (!setting.value().equals("external") && !setting.value().equals("name")) {
                options.add(setting);
            }
        }
        return options;
    }

    private static Finding finding(Resource volume, List<Located<String>> options) {
        StringBuilder keys = new StringBuilder();
        Finding.Builder finding = Finding.at(options.get(0).shown()).evidence(volume.name());
        for (Located<String> option : options) {
            keys.append(keys.length() == 0 ? "" : ", ").append(option.value());
        }
        return finding.label(volume.key().at(), "the volume")
                .help("remove external, or what describes the volume")
                .says("volume \"" + volume.name() + "\" is external, made elsewhere, and cannot have " + keys
                        + ": Docker refuses to load the project");
    }
}
