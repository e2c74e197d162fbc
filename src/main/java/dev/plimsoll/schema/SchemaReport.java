package dev.plimsoll.schema;

import dev.plimsoll.schema.SchemaNode.Kind;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.everit.json.schema.ValidationException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * Lets everit judge the wrong parts of a file and says its verdict in our words. Everit tells where a value is wrong and
 * which keyword of the schema it breaks; of the alternatives that it tried, the one for the value's kind is reported.
 */
final class SchemaReport {
    private static final String SERVICES = "services";

    private final SchemaNode root;
    private final Shape rootShape;
    private final Acceptance acceptance;
    private final EveritSchemas schemas;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> failures = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private Object sample = JSONObject.NULL;

    SchemaReport(SchemaNode root, Shape rootShape, Acceptance acceptance, EveritSchemas schemas) {
        this.root = root;
        this.rootShape = rootShape;
        this.acceptance = acceptance;
        this.schemas = schemas;
    }

    /** The violations, sorted by place. */
    List<Violation> violations() {
        sample = new Sample(acceptance, ComposeSchema.MAX_VIOLATIONS).of(root, rootShape);
        try {
            schemas.of(rootShape).validate(sample);
        } catch (ValidationException e) {
            collect(e);
        }
        violations.sort(new ByPlace());
        return List.copyOf(violations);
    }

    /** A class, because a chain of lambdas takes ten milliseconds at its first use. */
    private static final class ByPlace implements Comparator<Violation> {
        @Override
        public int compare(Violation one, Violation other) {
            int order = one.at().compareStart(other.at());
            return order != 0 ? order : one.message().compareTo(other.message());
        }
    }

    private void collect(ValidationException failure) {
        if (failure.getCausingExceptions().isEmpty()) {
            // one failure for each unknown key, but all of a mapping are reported together
            if (!failures.add(failure.getKeyword() + failure.getPointerToViolation())) {
                return;
            }
            Place place = Place.of(root, rootShape);
            @Nullable Place found = find(failure.getPointerToViolation(), place);
            if (found != null) {
                report(found, failure.getKeyword());
            }
            return;
        }
        for (ValidationException cause : failure.getCausingExceptions()) {
            collect(cause);
        }
    }

    /** Follows a JSON pointer into the file; null where it leads to something that stands for a right value. */
    private @Nullable Place find(String pointer, Place start) {
        Place place = start;
        Object json = sample;
        for (String token : tokens(pointer)) {
            @Nullable Place next;
            if (json instanceof Sample.Elements elements) {
                int index = Integer.parseInt(token);
                next = place.element(elements.indexInFile(index));
                json = elements.get(index);
            } else if (json instanceof JSONObject object) {
                String key = key(object, token);
                next = place.member(key);
                json = object.get(key);
            } else {
                return null;
            }
            if (next == null) {
                return null;
            }
            place = next;
        }
        return json == Sample.RIGHT ? null : place;
    }

    private static List<String> tokens(String pointer) {
        List<String> tokens = new ArrayList<>();
        int slash = pointer.indexOf('/');
        while (slash >= 0) {
            int next = pointer.indexOf('/', slash + 1);
            tokens.add(pointer.substring(slash + 1, next < 0 ? pointer.length() : next));
            slash = next;
        }
        return tokens;
    }

    /** The key that a token stands for. How often everit escapes a key depends on the way it took, so all ways are undone. */
    private static String key(JSONObject object, String token) {
        if (token.indexOf('~') >= 0 || token.indexOf('\\') >= 0) {
            String plain = unescaped(token);
            for (String key : object.keySet()) {
                if (unescaped(key).equals(plain)) {
                    return key;
                }
            }
        }
        return token;
    }

    private static String unescaped(String token) {
        String plain = token;
        for (String before = ""; !plain.equals(before); ) {
            before = plain;
            plain = plain.replace("~1", "/")
                    .replace("~0", "~")
                    .replace("\\\"", "\"")
                    .replace("\\\\", "\\");
        }
        return plain;
    }

    private void report(Place place, String keyword) {
        SchemaNode node = place.node();
        Shape shape = place.shape();
        boolean split = isSplitByColon(place);
        if (!shape.allows(node, node.kind())) {
            String message = Wording.wrongKind(place) + (split ? Wording.splitByColon(place) : "");
            add(node.location(), place, message, meant(node, shape));
            return;
        }
        if (split && !shape.takes(node.keys().iterator().next())) {
            add(
                    node.location(),
                    place,
                    place.subject() + " is a mapping" + Wording.splitByColon(place),
                    Optional.empty());
            return;
        }
        switch (keyword) {
            case "additionalProperties" -> unknownKeys(place);
            case "required" -> {
                if (node.kind() == Kind.MAPPING) {
                    missingKeys(place);
                }
            }
            case "uniqueItems" -> repeatedElement(place);
            case "enum", "format" -> {
                if (node.kind() == Kind.STRING) {
                    add(node.location(), place, Wording.wrongText(place), Optional.empty());
                }
            }
            case "minimum", "maximum" -> add(node.location(), place, Wording.outOfRange(place), Optional.empty());
            default -> {
                // "type" of an alternative for another kind
            }
        }
    }

    /** The boolean that a word of YAML 1.1 stands for, where Compose takes no text. */
    private static Optional<String> meant(SchemaNode node, Shape shape) {
        String meant = shape.names(Kind.BOOLEAN) && node.kind() == Kind.STRING && !node.isShared()
                ? TextFormat.oldBoolean(node.location().text())
                : "";
        return meant.isEmpty() ? Optional.empty() : Optional.of(meant);
    }

    /** Whether an element that may be a string is a mapping of one key and its text: that is what a space made of it. */
    private static boolean isSplitByColon(Place place) {
        SchemaNode node = place.node();
        if (!place.isElement() || !place.shape().names(Kind.STRING) || node.kind() != Kind.MAPPING) {
            return false;
        }
        Iterator<String> keys = node.keys().iterator();
        String key = keys.hasNext() ? keys.next() : "";
        @Nullable SchemaNode value = node.member(key);
        // in braces it was meant as one
        return value != null
                && !keys.hasNext()
                && node.keyLocation(key).span().start()
                        == node.location().span().start()
                && value.kind() != Kind.MAPPING
                && value.kind() != Kind.LIST;
    }

    private void unknownKeys(Place place) {
        if (place.parent() == null && place.node().member(SERVICES) == null && servicesAtTheTop(place)) {
            return;
        }
        Map<String, Advice> unknown = new LinkedHashMap<>();
        Set<String> wanted = new HashSet<>();
        Set<String> wantedTwice = new HashSet<>();
        for (String key : place.node().keys()) {
            if (violations.size() + unknown.size() == ComposeSchema.MAX_VIOLATIONS) {
                break;
            }
            if (!place.shape().takes(key)) {
                Advice advice = Advice.on(key, place);
                unknown.put(key, advice);
                if (advice.suggestion().isPresent()
                        && !wanted.add(advice.suggestion().get())) {
                    wantedTwice.add(advice.suggestion().get());
                }
            }
        }
        for (Map.Entry<String, Advice> entry : unknown.entrySet()) {
            String key = entry.getKey();
            // two keys cannot both become one
            Optional<String> suggestion = entry.getValue().suggestion();
            boolean contested = suggestion.isPresent() && wantedTwice.contains(suggestion.get());
            Optional<String> meant = contested ? Optional.empty() : usable(suggestion, key, place);
            add(
                    place.node().keyLocation(key),
                    place.unknownMember(key),
                    entry.getValue().message(),
                    meant);
        }
    }

    /** Tells a file of the first format, which was nothing but services, once; whether it is one. */
    private boolean servicesAtTheTop(Place place) {
        List<String> services = new ArrayList<>();
        for (String key : place.node().keys()) {
            if (!place.shape().takes(key)) {
                if (!Advice.looksLikeService(place.node().member(key))) {
                    return false;
                }
                services.add(key);
            }
        }
        if (services.size() < 2) {
            return false;
        }
        add(
                place.node().keyLocation(services.get(0)),
                place.unknownMember(services.get(0)),
                Wording.servicesAtTheTop(services),
                Optional.empty());
        return true;
    }

    /**
     * The suggested key, if it is not there already, takes the value, and others do not share it: to write it must not make
     * another mistake.
     */
    private Optional<String> usable(Optional<String> suggestion, String key, Place place) {
        if (suggestion.isEmpty()
                || place.node().member(suggestion.get()) != null
                || place.node().isShared(key)) {
            return Optional.empty();
        }
        @Nullable SchemaNode value = place.node().member(key);
        boolean fits = value != null && acceptance.accepts(value, place.shape().member(suggestion.get()));
        return fits ? suggestion : Optional.empty();
    }

    private void missingKeys(Place place) {
        List<String> missing = new ArrayList<>();
        for (String key : place.shape().required()) {
            if (place.node().member(key) == null) {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            add(keyOrStart(place), place, Wording.missing(place, missing), Optional.empty());
        }
    }

    /** The key of a mapping; where it has none, its first key. */
    private static Location keyOrStart(Place place) {
        @Nullable Location key = place.key();
        if (key != null) {
            return key;
        }
        Iterator<String> keys = place.node().keys().iterator();
        return keys.hasNext()
                ? place.node().keyLocation(keys.next())
                : place.node().location();
    }

    private void repeatedElement(Place place) {
        int repeat = Acceptance.firstRepeat(place.node().elements());
        if (repeat >= 0) {
            SchemaNode element = place.node().elements().get(repeat);
            add(element.location(), place, Wording.repeated(place, element), Optional.empty());
        }
    }

    private void add(Location at, Place place, String message, Optional<String> suggestion) {
        // an anchored mapping is wrong in the same way wherever its aliases stand: once is enough
        String identity = at.file().path() + '\n' + at.span().start() + '\n' + message;
        if (violations.size() < ComposeSchema.MAX_VIOLATIONS && seen.add(identity)) {
            violations.add(new Violation(at, place.path(), message, suggestion));
        }
    }
}
