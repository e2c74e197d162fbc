package dev.plimsoll.rule.security;

import dev.plimsoll.credential.Credential;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.TestingNames;
import dev.plimsoll.model.Container;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.security.WrittenCredentials.Written;
import java.util.List;

/** A placeholder or a development password, which anybody guesses. */
public final class PasswordDefault implements ContainerRule {
    @Override
    public String id() {
        return "password-default";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Written> guessable = WrittenCredentials.of(container, Credential.Kind.GUESSABLE);
        if (guessable.isEmpty() || TestingNames.sign(container).isPresent()) {
            return List.of();
        }
        Written first = guessable.get(0);
        int more = guessable.size() - 1;
        return List.of(FindingDraft.at(container, first.value())
                .confidential()
                .evidence("password")
                .help("set it from the environment, " + first.fromOutside() + ", or from a secret")
                .says("\"" + container.name().value() + "\" has a password that anyone can guess in " + first.name()
                        + (more == 0 ? "" : " and in " + more + (more == 1 ? " other setting" : " other settings"))));
    }
}
