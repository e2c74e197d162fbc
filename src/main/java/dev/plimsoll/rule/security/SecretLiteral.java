package dev.plimsoll.rule.security;

import dev.plimsoll.credential.Credential;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Project;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.security.WrittenCredentials.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A credential that looks real, in a file that many can read. What it is, never a part of it, is told. */
public final class SecretLiteral implements ProjectRule {
    private final ImageCatalog images;

    /** A rule that knows these images. */
    public SecretLiteral(ImageCatalog images) {
        this.images = images;
    }

    @Override
    public String id() {
        return "secret-literal";
    }

    @Override
    public List<Finding> check(Project project) {
        List<Finding> findings = new ArrayList<>(0);
        Map<Integer, Told> told = new LinkedHashMap<>();
        for (Container container : project.containers()) {
            List<Written> real = WrittenCredentials.of(container, Credential.Kind.REAL);
            for (Written written : real) {
                Told known = told.get(written.credential().identity());
                if (known == null) {
                    told.put(
                            written.credential().identity(), new Told(container, written, finding(container, written)));
                } else {
                    known.finding().label(written.value().shown(), "the same here");
                }
            }
        }
        for (Told one : told.values()) {
            findings.add(one.finding()
                    .says("\"" + one.container().name().value() + "\" has "
                            + one.written().credential().what() + " in "
                            + (one.written().isDefault() ? "the default of " : "")
                            + one.written().name()
                            + " that looks real: anyone who can read this file can use it"));
        }
        return findings;
    }

    /** A credential, where it was seen first: that it is written again is no other finding. */
    private record Told(Container container, Written written, FindingDraft<Change.OfContainer> finding) {}

    private FindingDraft<Change.OfContainer> finding(Container container, Written written) {
        return FindingDraft.at(container, written.value())
                .confidential()
                .evidence(written.name())
                .help(help(written, container));
    }

    private String help(Written written, Container container) {
        Optional<ImageFacts> facts = images.of(container);
        Optional<String> file = facts.isPresent() ? facts.get().fileVariable(written.name()) : Optional.empty();
        if (file.isPresent()) {
            return "replace it, and hand the new one over as a file: " + file.get() + " with a secret";
        }
        return "replace it, and keep the new one out of the file: " + written.fromOutside();
    }
}
