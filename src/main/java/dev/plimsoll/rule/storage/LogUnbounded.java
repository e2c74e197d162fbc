package dev.plimsoll.rule.storage;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Logging;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** Output that fills the disk. Source: Docker documentation, JSON File logging driver. */
public final class LogUnbounded implements ContainerRule {
    private static final String DEFAULT_DRIVER = "json-file";
    private static final String MAX_SIZE = "max-size";
    private static final int FILES = 3;

    private final String size;

    /**
     * A rule with the size that its fix writes.
     *
     * @param size of one log file, such as {@code 10m}
     */
    public LogUnbounded(String size) {
        this.size = size;
    }

    @Override
    public String id() {
        return "log-unbounded";
    }

    @Override
    public List<Finding> check(Container container) {
        Field<Logging> logging = container.host().logging();
        Logging written = logging.orNull();
        // podman logs to the journal
        if (container.dialect() == Container.Dialect.PODMAN || (written == null && !logging.isAbsent())) {
            return List.of();
        }
        if (written != null && (!isJsonFile(written) || written.options().containsKey(MAX_SIZE))) {
            return List.of();
        }
        FindingDraft<Change.OfContainer> finding = logging instanceof Field.Present<Logging> present
                ? FindingDraft.at(container, present.key())
                : FindingDraft.at(container, container.name());
        return List.of(
                finding.change("keep " + FILES + " files of " + size, Safety.UNSAFE, new Change.LimitLog(size, FILES))
                        .says(
                                "the log of \"" + container.name().value()
                                        + "\" has no bound: all that it prints stays on the host's disk until the container is removed"));
    }

    private static boolean isJsonFile(Logging logging) {
        Located<Value<String>> driver = logging.driver().orElse(null);
        return driver == null || driver.value().known().orElse("").equals(DEFAULT_DRIVER);
    }
}
