package dev.plimsoll.knowledge;

import dev.plimsoll.model.Container;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names by which people say that a container serves tests or a CI run, so that losing its data is meant. Each is taken
 * only where it can hardly mean anything else: a database that is silently taken for a test's is a loss nobody is warned
 * of, and one that is wrongly reported makes people switch the rule off.
 */
public final class TestingNames {
    /**
     * Parts of a profile, service or file name, between {@code -}, {@code _} and {@code .}; digits at a part's end do
     * not count ({@code test2}). Not in here: {@code dev}, {@code local}, {@code qa}, {@code staging}, {@code demo}
     * (people keep data there), {@code it} and {@code spec} (words of other meanings).
     */
    private static final Set<String> PARTS = Set.of(
            "test",
            "tests",
            "testing",
            "testdb",
            "unittest",
            "unittests",
            "e2e",
            "ci",
            "fixture",
            "fixtures",
            "mock",
            "mocks");

    /**
     * Further parts of a profile or file name. A service of these names may well be a product's: one that integrates
     * systems, or accepts deliveries.
     */
    private static final Set<String> PROFILE_AND_FILE_PARTS = Set.of("integration", "acceptance", "smoke");

    /**
     * Directories, by their whole name: checkouts and build folders lie in places such as {@code test_db0}. Not in
     * here: {@code testdata}, since what lies there is often an example of the real thing, to be judged as such.
     */
    private static final Set<String> DIRECTORIES = Set.of(
            "test",
            "tests",
            "__tests__",
            "testing",
            "e2e",
            "e2e-tests",
            "e2e_tests",
            "integration-test",
            "integration-tests",
            "integration_test",
            "integration_tests",
            "functional-tests",
            "functional_tests",
            "acceptance-tests",
            "acceptance_tests",
            "fixtures",
            "ci",
            ".ci",
            ".circleci",
            ".github",
            ".gitlab",
            ".buildkite");

    private TestingNames() {}

    /**
     * The name that says that a container is for tests or CI, as a message would give it: {@code the profile "ci"}.
     */
    public static Optional<String> sign(Container container) {
        for (String profile : container.profiles()) {
            if (hasPart(profile, true)) {
                return Optional.of("the profile \"" + profile + "\"");
            }
        }
        String name = container.name().value();
        if (hasPart(name, false)) {
            String what = container.dialect() == Container.Dialect.COMPOSE ? "service" : "container";
            return Optional.of("the " + what + " name \"" + name + "\"");
        }
        String file = container.fileName();
        if (hasPart(file, true)) {
            return Optional.of("the file name \"" + file + "\"");
        }
        @Nullable String directory = testingDirectory(container.directories());
        return directory == null ? Optional.empty() : Optional.of("the directory \"" + directory + "\"");
    }

    private static @Nullable String testingDirectory(List<String> directories) {
        for (String directory : directories) {
            if (DIRECTORIES.contains(directory.toLowerCase(Locale.ROOT))) {
                return directory;
            }
        }
        return null;
    }

    private static boolean hasPart(String name, boolean profileOrFile) {
        String lower = name.toLowerCase(Locale.ROOT);
        int from = 0;
        for (int at = 0; at <= lower.length(); at++) {
            if (at < lower.length() && "-_.".indexOf(lower.charAt(at)) < 0) {
                continue;
            }
            String part = withoutDigits(lower, from, at);
            if (PARTS.contains(part) || (profileOrFile && PROFILE_AND_FILE_PARTS.contains(part))) {
                return true;
            }
            from = at + 1;
        }
        return false;
    }

    private static String withoutDigits(String name, int from, int to) {
        int end = to;
        while (end > from && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
            end--;
        }
        return name.substring(from, end);
    }
}
