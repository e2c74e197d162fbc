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
 * A secret or config that has no source, or several. Source: compose-go validation/validation.go, checkFileObject, and
 * loader/validate.go, checkConsistency, which asks a secret again once {@code external} and {@code driver} are read.
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
            if (resource.kind() != ResourceKind.CONFIG && resource.kind() != ResourceKind.SECRET) {
                continue;
            }
            List<Located<String>> sources = sources(resource);
            if (sources.size() > 1 || (sources.isEmpty() && !needsNone(resource))) {
                findings.add(finding(resource, sources));
            }
        }
        return findings;
    }

    /** Of a config Docker asks only that {@code external} or a driver be written; a secret has to be external. */
    private static boolean needsNone(Resource resource) {
        return resource.kind() == ResourceKind.CONFIG
                ? resource.has("external") || resource.has("driver")
                : resource.mayBeExternal();
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
        String what = resource.kind().label() + " \"" + resource.name() + "\"";
        if (sources.isEmpty()) {
            return Finding.at(resource.key().shown())
                    .evidence(what)
                    .help("add " + known(resource) + ", or external: true if it exists already")
                    .says(what + " has no source (" + known(resource) + ")" + butHas(resource)
                            + ": Docker refuses to load the project");
        }
        Located<String> first = sources.get(0);
        Located<String> second = sources.get(1);
        return Finding.at(second.shown())
                .evidence(what)
                .label(first.shown(), "the other source")
                .help("keep one of them")
                .says(what + " has two sources, " + first.value() + " and " + second.value()
                        + ": Docker refuses to load the project");
    }

    private static String known(Resource resource) {
        return resource.kind() == ResourceKind.CONFIG ? "file, environment or content" : "file or environment";
    }

    /** What looks like a source and is none. */
    private static String butHas(Resource resource) {
        if (resource.has("driver")) {
            return " but a driver";
        }
        return resource.has("external") ? " and is not external" : "";
    }
}
