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
 * A secret or config that says from nowhere, or from several places, what is in it. Source: compose-go
 * validation/validation.go, checkFileObject.
 */
public final class ResourceWithoutSource implements ProjectRule {
    @Override
    public String id() {
        return "resource-without-source";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>();
        if (project.partial()) {
            return findings;
        }
        for (Resource resource : project.resources()) {
            boolean config = resource.kind() == ResourceKind.CONFIG;
            // what is external, or has a driver of its own, is filled elsewhere
            boolean elsewhere = resource.external() || resource.has("external") || resource.has("driver");
            if ((!config && resource.kind() != ResourceKind.SECRET) || elsewhere) {
                continue;
            }
            List<Located<String>> sources = sources(resource);
            if (sources.size() != 1) {
                findings.add(finding(resource, sources));
            }
        }
        return findings;
    }

    private static List<Located<String>> sources(Resource resource) {
        List<Located<String>> sources = new ArrayList<>();
        for (Located<String> setting : resource.settings()) {
            switch (setting.value()) {
                case "file", "environment", "content" -> sources.add(setting);
                default -> {}
            }
        }
        return sources;
    }

    private static Finding finding(Resource resource, List<Located<String>> sources) {
        String known =
                resource.kind() == ResourceKind.CONFIG ? "file, environment and content" : "file and environment";
        String what = resource.kind().label() + " \"" + resource.name() + "\"";
        if (sources.isEmpty()) {
            return Finding.at(resource.key().shown())
                    .evidence(what)
                    .help("give it one of " + known + ", or external: true if it exists already")
                    .says(what + " has none of " + known + " to take its value from: Docker refuses to load the"
                            + " project");
        }
        Located<String> first = sources.get(0);
        Located<String> second = sources.get(1);
        return Finding.at(second.shown())
                .evidence(what)
                .label(first.shown(), "the other source")
                .help("keep one of them")
                .says(what + " takes its value from " + first.value() + " and from " + second.value()
                        + ": Docker refuses to load the project");
    }
}
