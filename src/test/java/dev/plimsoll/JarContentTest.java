package dev.plimsoll;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The runnable jar holds of a library what we use, as the filters of the pom name it. */
class JarContentTest {
    private static final String COMMONS = "org.apache.commons.";
    private static final Pattern INCLUDED = Pattern.compile("<include>(org/apache/commons/[^<]+)\\.class</include>");

    @Test
    void ofCommonsTextOnlyWhatWeUse() throws IOException {
        Set<String> included = new TreeSet<>();
        Matcher matcher = INCLUDED.matcher(Files.readString(Path.of("pom.xml")));
        while (matcher.find()) {
            included.add(matcher.group(1).replace('/', '.'));
        }
        assertThat(included).isEqualTo(needed()).hasSize(6);
    }

    /** The classes that ours refer to, and those that these refer to in turn. */
    private static Set<String> needed() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.plimsoll");
        JavaClasses theirs = new ClassFileImporter().importPackages("org.apache.commons");
        Deque<String> open = new ArrayDeque<>();
        for (JavaClass type : ours) {
            add(type, open);
        }
        Set<String> needed = new TreeSet<>();
        while (!open.isEmpty()) {
            String name = open.remove();
            if (needed.add(name)) {
                add(theirs.get(name), open);
            }
        }
        return needed;
    }

    private static void add(JavaClass type, Deque<String> open) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            String name = dependency.getTargetClass().getName();
            if (name.startsWith(COMMONS)) {
                open.add(name);
            }
        }
    }
}
