package dev.plimsoll.rule;

import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.knowledge.ImageFacts;
import dev.plimsoll.knowledge.ImageUser;
import dev.plimsoll.model.BuiltImage;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a container runs as, if that is known and is not root.
 *
 * @param name as written: {@code 1000:1000}, {@code node}
 * @param uid the user's number; empty if only the name is known
 * @param gid the group's number; empty if the user's entry in the image decides it
 */
public record RunUser(String name, Optional<String> uid, Optional<String> gid) {
    private static final String ROOT_ID = "0";

    /** The user that the container sets, else that of its Dockerfile, else that of its image; null for root or not known. */
    public static @Nullable RunUser of(Container container, ImageCatalog images) {
        Field<String> own = container.host().user();
        if (!own.isAbsent()) {
            return parse(own);
        }
        if (container.build().isPresent()) {
            BuiltImage built = container.built().image().orElse(null);
            if (built == null) {
                return null;
            }
            if (!built.user().isAbsent()) {
                return parse(built.user());
            }
        }
        Optional<ImageFacts> facts = images.of(container);
        Optional<ImageUser> user = facts.isPresent() ? facts.get().user(container) : Optional.empty();
        if (user.isEmpty()) {
            return null;
        }
        Optional<String> id = user.get().id().isPresent()
                ? Optional.of(Integer.toString(user.get().id().getAsInt()))
                : Optional.empty();
        return new RunUser(user.get().name(), id, Optional.empty());
    }

    /**
     * Whether it is certain that the container runs as root: it says so itself, or its Dockerfile does. An image may step
     * down from root later, or say otherwise.
     */
    public static boolean isRoot(Container container) {
        if (!container.host().user().isAbsent()) {
            return isRoot(container.host().user());
        }
        BuiltImage built = container.built().image().orElse(null);
        return built != null && isRoot(built.user());
    }

    /** Whether it is certain that the container says itself that it runs as somebody else than root. */
    public static boolean isOther(Container container) {
        return parse(container.host().user()) != null;
    }

    private static boolean isRoot(Field<String> field) {
        String written = field.orNull();
        return written != null && !written.isEmpty() && parse(field) == null;
    }

    /** The user that a field names; null for root, and if it is empty or not known. */
    public static @Nullable RunUser parse(Field<String> field) {
        String written = field.orNull();
        if (written == null || written.isEmpty()) {
            return null;
        }
        int colon = written.indexOf(':');
        String user = colon < 0 ? written : written.substring(0, colon);
        String group = colon < 0 ? "" : written.substring(colon + 1);
        if (user.isEmpty() || user.equals("root") || isZero(user)) {
            return null;
        }
        Optional<String> gid = group.equals("root") ? Optional.of(ROOT_ID) : number(group);
        return new RunUser(field.raw(), number(user), gid);
    }

    private static boolean isZero(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Whether it is certain that the user is not in root's group. */
    public boolean isOutsideRootsGroup() {
        return gid.isPresent() && !gid.get().equals(ROOT_ID);
    }
}
