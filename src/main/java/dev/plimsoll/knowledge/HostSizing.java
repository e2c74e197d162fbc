package dev.plimsoll.knowledge;

import dev.plimsoll.model.Container;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A program that sizes itself by the memory of the host, whatever the limit of its container. */
public final class HostSizing {
    private final TagVersion from;
    private final TagVersion to;
    private final String what;
    private final List<ImageSetting> settings;
    private final List<ContainerPath> configuration;

    HostSizing(
            TagVersion from,
            TagVersion to,
            String what,
            List<ImageSetting> settings,
            List<ContainerPath> configuration) {
        this.from = from;
        this.to = to;
        this.what = what;
        this.settings = settings;
        this.configuration = configuration;
    }

    /** What it sizes so, and how: a clause for messages, lower case, no final period. */
    public String what() {
        return what;
    }

    /** The options and variables that give it an amount instead, for messages. */
    public List<String> settings() {
        List<String> names = new ArrayList<>();
        for (ImageSetting setting : settings) {
            names.add(setting.name());
        }
        return names;
    }

    /**
     * Whether this container leaves it to that: it sets none of the settings, mounts nothing into the configuration, and
     * nothing unseen may set one.
     */
    public boolean isLeftTo(Container container) {
        StartCommand command = new StartCommand(container);
        if (command.isHidden() || container.moreEnvironment() || !includesVersion(container)) {
            return false;
        }
        for (ImageSetting setting : settings) {
            if (setting.value(container, command).isPresent()) {
                return false;
            }
        }
        return !Configuration.isBrought(configuration, container);
    }

    /** Whether the version in the tag does so; one that nobody knows does if all do. */
    private boolean includesVersion(Container container) {
        if (from.is(TagVersion.FIRST) && to.is(TagVersion.END)) {
            return true;
        }
        Optional<ImageReference> image = container.contents();
        Optional<String> tag = image.isPresent() ? image.get().tag() : Optional.empty();
        @Nullable TagVersion version = tag.isPresent() ? TagVersion.of(tag.get(), "") : null;
        return version != null && from.compareTo(version) <= 0 && version.compareTo(to) < 0;
    }
}
