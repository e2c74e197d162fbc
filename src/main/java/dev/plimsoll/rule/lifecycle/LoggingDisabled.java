package dev.plimsoll.rule.lifecycle;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Logging;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import java.util.List;

/** A container whose output nobody keeps. */
public final class LoggingDisabled implements ContainerRule {
    private static final String NONE = "none";

    @Override
    public String id() {
        return "logging-disabled";
    }

    @Override
    public List<Finding> check(Container container) {
        Logging logging = container.host().logging().orNull();
        Located<Value<String>> driver =
                logging == null ? null : logging.driver().orElse(null);
        if (driver == null
                || !driver.value().known().orElse("").equals(NONE)
                || !container.host().background()
                || container.host().removedOnExit()) {
            return List.of();
        }
        return List.of(FindingDraft.at(container, driver)
                .help("keep the last of it with a bound: driver local, or json-file with max-size")
                .says("\"" + container.name().value()
                        + "\" keeps no log: nothing shows later why it failed or what was done to it"));
    }
}
