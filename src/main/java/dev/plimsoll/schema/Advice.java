package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.DidYouMean;
import dev.plimsoll.schema.SchemaNode.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to say of a key that has no meaning where it stands: the key that was meant, or the level that it belongs to.
 *
 * @param message the message
 * @param suggestion the key that was meant; empty where only the level is wrong, or nothing comes near
 */
record Advice(String message, Optional<String> suggestion) {
    /** How far below a key is looked for: {@code deploy.resources.limits} is three. */
    private static final int MAX_DEPTH = 3;

    /** Advice on a key of a mapping. */
    static Advice on(String key, Place place) {
        Shape shape = place.shape();
        if (!shape.patterns().isEmpty() && shape.patterns().get(0) == KeyPattern.NAME) {
            return new Advice(
                    Wording.quoted(key) + " may hold letters, digits, dots, dashes and underscores only",
                    Optional.empty());
        }
        String title = title(place);
        @Nullable String same = DidYouMean.sameWord(key, shape.properties());
        if (same != null) {
            return meant(key, title, same);
        }
        @Nullable String below = below(key, place);
        if (below != null) {
            return new Advice(
                    title + " has no key " + Wording.quoted(key) + "; it belongs under " + below + ":",
                    Optional.empty());
        }
        String unknown = Wording.quoted(key) + " is not a key of " + title;
        @Nullable String above = above(key, place);
        if (above != null) {
            return new Advice(unknown + " but of " + above, Optional.empty());
        }
        if (place.parent() == null && looksLikeService(place.node().member(key))) {
            return new Advice(unknown + "; a service stands under services:", Optional.empty());
        }
        @Nullable String close = DidYouMean.closest(key, shape.properties());
        return close == null ? new Advice(unknown, Optional.empty()) : meant(key, title, close);
    }

    private static Advice meant(String key, String title, String close) {
        String message = Wording.quoted(key) + " is not a key of " + title + DidYouMean.hint(close);
        return new Advice(message, Optional.of(close));
    }

    /** What to call the mapping; a volume mount with its type. */
    private static String title(Place place) {
        String title = place.shape().title();
        @Nullable String type = type(place);
        return type == null ? title : title + " of type " + type;
    }

    /** The type of a volume mount that says which options go with it. */
    private static @Nullable String type(Place place) {
        @Nullable
        SchemaNode type = place.shape().hasProperty("tmpfs") && place.shape().hasProperty("bind")
                ? place.node().member("type")
                : null;
        if (type == null || type.kind() != Kind.STRING || !place.shape().hasProperty(type.text())) {
            return null;
        }
        return type.text();
    }

    /** The section below that has the key; null if there is none, or more than one. */
    private static @Nullable String below(String key, Place place) {
        @Nullable String type = type(place);
        if (type != null) {
            @Nullable Shape options = place.shape().member(type);
            if (options != null && options.hasProperty(key)) {
                return type;
            }
        }
        for (int depth = 1; depth <= MAX_DEPTH; depth++) {
            StringBuilder found = new StringBuilder();
            int count = find(key, place.shape(), depth, "", found);
            if (count > 0) {
                return count == 1 ? found.toString() : null;
            }
        }
        return null;
    }

    private static int find(String key, Shape shape, int depth, String path, StringBuilder found) {
        int count = 0;
        for (String property : shape.properties()) {
            @Nullable Shape member = shape.member(property);
            if (member == null || !member.names(Kind.MAPPING)) {
                continue;
            }
            String deeper = path.isEmpty() ? property : path + "." + property;
            if (depth > 1) {
                count += find(key, member, depth - 1, deeper, found);
            } else if (member.hasProperty(key)) {
                count++;
                found.append(count == 1 ? deeper : "");
            }
        }
        return count;
    }

    /** What has the key: a level above, or for the whole file a service. */
    private static @Nullable String above(String key, Place place) {
        @Nullable Shape services = place.parent() == null ? place.shape().member("services") : null;
        @Nullable Shape service = services == null ? null : services.patternShape(0);
        if (service != null) {
            return service.hasProperty(key) ? service.title() : null;
        }
        for (@Nullable Place outer = place.parent(); outer != null; outer = outer.parent()) {
            if (outer.shape().hasProperty(key) && !outer.shape().title().isEmpty()) {
                return outer.shape().title();
            }
        }
        return null;
    }

    /** Whether a mapping has what a service needs. */
    static boolean looksLikeService(@Nullable SchemaNode value) {
        return value != null
                && value.kind() == Kind.MAPPING
                && (value.member("image") != null || value.member("build") != null);
    }
}
