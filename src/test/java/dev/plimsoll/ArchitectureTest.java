package dev.plimsoll;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of the house: who may import whom, and what is kept out of the way of a fast start. */
class ArchitectureTest {
    private static final String ROOT = "dev.plimsoll.";
    private static final int MAX_LINES = 400;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.plimsoll");

    /** Packages that run for every file, whose first use of a regex or stream would cost a hook its speed. */
    private static final String[] HOT = {
        "dev.plimsoll.source..",
        "dev.plimsoll.yaml..",
        "dev.plimsoll.model..",
        "dev.plimsoll.compose..",
        "dev.plimsoll.rule..",
        "dev.plimsoll.engine..",
        "dev.plimsoll.dockerrun..",
        "dev.plimsoll.shell..",
        "dev.plimsoll.host..",
        "dev.plimsoll.git..",
    };

    /** A package and what it may import, apart from itself, the JDK and JSpecify. */
    static Stream<Arguments> allowedImports() {
        return Stream.of(
                allowed("source"),
                allowed("diagnostic", "source", "org.apache.commons.text.."),
                allowed("yaml", "source", "diagnostic", "org.snakeyaml.engine.."),
                allowed("model", "source"),
                allowed("compose.tree", "yaml", "model", "diagnostic", "source"),
                allowed("compose.files", "compose.tree", "yaml", "diagnostic", "source"),
                allowed("edit", "model", "source"),
                allowed("compose.edit", "compose.tree", "edit", "yaml", "model", "source"),
                allowed(
                        "compose.read",
                        "compose.tree",
                        "compose.files",
                        "compose.edit",
                        "yaml",
                        "dockerfile",
                        "shell",
                        "model",
                        "diagnostic",
                        "source"),
                allowed(
                        "compose.check",
                        "compose.tree",
                        "compose.read",
                        "compose.edit",
                        "edit",
                        "yaml",
                        "schema",
                        "model",
                        "diagnostic",
                        "source"),
                allowed("compose.style", "edit", "yaml", "diagnostic", "source"),
                allowed(
                        "compose",
                        "compose.tree",
                        "compose.files",
                        "compose.read",
                        "compose.check",
                        "compose.edit",
                        "yaml",
                        "model",
                        "diagnostic",
                        "source"),
                allowed("schema", "yaml", "diagnostic", "source", "org.everit..", "org.json.."),
                // words of commands are cut as shells do it, wherever they stand
                allowed("dockerfile", "edit", "shell", "model", "diagnostic", "source"),
                allowed("shell", "source"),
                allowed("host", "quadlet", "shell", "source", "yaml", "org.commonmark.."),
                allowed("quadlet", "shell", "source"),
                allowed("dockerrun", "model", "diagnostic", "source", "shell"),
                allowed("dockerrun.edit", "dockerrun", "edit", "quadlet", "shell", "model", "source"),
                allowed("inspect", "yaml", "shell", "files", "model", "diagnostic", "source"),
                allowed("git", "source"),
                allowed("knowledge", "model"),
                allowed("credential"),
                allowed("rule", "model", "knowledge", "credential", "diagnostic", "source"),
                allowed("catalog", "yaml", "diagnostic", "source"),
                allowed("files", "source"),
                allowed("fix", "files", "diagnostic", "source"),
                allowed("config", "yaml", "catalog", "diagnostic", "source"),
                allowed(
                        "suppress",
                        "migration",
                        "dockerfile",
                        "host",
                        "shell",
                        "yaml",
                        "catalog",
                        "diagnostic",
                        "source"),
                allowed("migration", "yaml", "catalog", "diagnostic", "source"),
                allowed("budget", "model", "knowledge", "source"),
                allowed("report", "model", "engine", "catalog", "diagnostic", "source"),
                allowed("report.budget", "report", "budget", "model", "diagnostic", "source"),
                allowed(
                        "report.html",
                        "report",
                        "report.budget",
                        "budget",
                        "model",
                        "engine",
                        "catalog",
                        "diagnostic",
                        "source"),
                allowed("report.model", "report", "model", "source"),
                allowed(
                        "session",
                        "compose",
                        "compose.files",
                        "compose.tree",
                        "compose.check",
                        "dockerfile",
                        "dockerrun",
                        "dockerrun.edit",
                        "inspect",
                        "host",
                        "shell",
                        "git",
                        "engine",
                        "suppress",
                        "config",
                        "catalog",
                        "fix",
                        "files",
                        "model",
                        "diagnostic",
                        "source"),
                allowed(
                        "lsp",
                        "session",
                        "report",
                        "report.budget",
                        "budget",
                        "knowledge",
                        "compose.files",
                        "host",
                        "engine",
                        "suppress",
                        "config",
                        "catalog",
                        "fix",
                        "model",
                        "diagnostic",
                        "source",
                        "yaml",
                        "org.eclipse.lsp4j..",
                        "com.google.gson.."),
                allowed(
                        "cli",
                        "lsp",
                        "inspect",
                        "session",
                        "report",
                        "report.html",
                        "report.budget",
                        "report.model",
                        "budget",
                        "knowledge",
                        "compose",
                        "compose.files",
                        "engine",
                        "suppress",
                        "config",
                        "catalog",
                        "fix",
                        "files",
                        "model",
                        "diagnostic",
                        "source",
                        "migration",
                        "picocli.."));
    }

    private static Arguments allowed(String name, String... imports) {
        return Arguments.of(name, List.of(imports));
    }

    @ParameterizedTest
    @MethodSource("allowedImports")
    void packageImportsOnlyWhatTheTableAllows(String name, List<String> imports) {
        List<String> allowed = new ArrayList<>(List.of(ROOT + name, "java..", "javax..", "org.jspecify.."));
        for (String other : imports) {
            allowed.add(other.endsWith("..") ? other : ROOT + other);
        }
        classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void rulesImportTheModelAndWhatARuleIsButNeverAnotherCategory() {
        assertThat(categories()).contains("dev.plimsoll.rule.tmpfs", "dev.plimsoll.rule.memory");
        for (String category : categories()) {
            classes()
                    .that()
                    .resideInAPackage(category)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(
                            category,
                            ROOT + "rule",
                            ROOT + "model",
                            ROOT + "knowledge",
                            ROOT + "credential",
                            ROOT + "diagnostic",
                            ROOT + "source",
                            "java..",
                            "org.jspecify.."))
                    .check(CLASSES);
        }
    }

    private static Set<String> categories() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (type.getPackageName().startsWith(ROOT + "rule.")) {
                found.add(type.getPackageName());
            }
        }
        return found;
    }

    @Test
    void rulesDoNotImportEachOther() {
        for (JavaClass type : CLASSES) {
            if (isRule(type)) {
                noClasses()
                        .that()
                        .resideInAPackage("dev.plimsoll.rule..")
                        .and(not(sameOutermost(type)))
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(type.getName())
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        }
        assertThat(CLASSES.that(DescribedPredicate.describe("are rules", ArchitectureTest::isRule)))
                .isNotEmpty();
    }

    private static boolean isRule(JavaClass type) {
        return !type.isInterface() && type.isAssignableTo("dev.plimsoll.rule.Rule");
    }

    private static DescribedPredicate<JavaClass> sameOutermost(JavaClass type) {
        return DescribedPredicate.describe(
                "are part of " + type.getSimpleName(), other -> other.getName().startsWith(type.getName()));
    }

    @Test
    void engineKnowsNeitherReportsNorTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("dev.plimsoll.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.plimsoll.report..", "dev.plimsoll.cli..")
                .check(CLASSES);
    }

    @Test
    void nothingImportsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.plimsoll.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.plimsoll.cli..")
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlaceInTheTable() {
        Set<String> known = new TreeSet<>(Set.of("engine"));
        allowedImports().forEach(row -> known.add((String) row.get()[0]));
        for (JavaClass type : CLASSES) {
            String name = type.getPackageName().substring(ROOT.length());
            assertThat(known).as(type.getName()).contains(name.startsWith("rule.") ? "rule" : name);
        }
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.plimsoll.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** Packages whose classes all know each other are one large class: here each can be read with those below it. */
    @ParameterizedTest
    @ValueSource(strings = {"cli", "session"})
    void classesOfAPackageFormNoCycle(String name) {
        slices().assignedFrom(outermostClassesOf(ROOT + name))
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    private static SliceAssignment outermostClassesOf(String packageName) {
        return new SliceAssignment() {
            @Override
            public String getDescription() {
                return "the classes of " + packageName;
            }

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().equals(packageName)
                        ? SliceIdentifier.of(outermost(type).getName())
                        : SliceIdentifier.ignore();
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    @Test
    void picocliIsKnownToThoseOnlyWhoTurnWordsIntoOptionsOrPrintHelp() {
        noClasses()
                .that()
                .resideInAPackage("dev.plimsoll..")
                .and(not(nested(Set.of("OptionsParser", "CommandSpecs", "Help"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> nested(Set<String> names) {
        return DescribedPredicate.describe(
                "are " + names, type -> names.contains(outermost(type).getSimpleName()));
    }

    /** What has a terminal, an exit code or words of a command line is no affair of an editor, which runs sessions too. */
    @Test
    void sessionsTakeTheirStandardInputAndWriteToNoStream() {
        noClasses()
                .that()
                .resideInAPackage("dev.plimsoll.session..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.io.OutputStream.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.io.Writer.class)
                .check(CLASSES);
    }

    /** What asks the disk itself would not see the unsaved texts of an editor, nor ask what may be read. */
    @Test
    void filesOfProjectsAreReadThroughAView() {
        DescribedPredicate<JavaClass> searches = DescribedPredicate.describe(
                "are ComposeSearch", type -> type.getSimpleName().equals("ComposeSearch"));
        noClasses()
                .that(resideInAnyPackage(
                                "dev.plimsoll.compose..",
                                "dev.plimsoll.config..",
                                "dev.plimsoll.suppress..",
                                "dev.plimsoll.dockerfile..",
                                "dev.plimsoll.dockerrun..",
                                "dev.plimsoll.host..",
                                "dev.plimsoll.engine..",
                                "dev.plimsoll.session..")
                        .and(not(searches)))
                .should()
                .callMethod(File.class, "isFile")
                .orShould()
                .callMethod(File.class, "isDirectory")
                .orShould()
                .callMethod(File.class, "exists")
                .orShould()
                .callMethodWhere(target(nameStartingWith("list")).and(target(owner(equivalentTo(File.class)))))
                .orShould()
                .callMethodWhere(target(nameStartingWith("isFile")).and(target(owner(name(ROOT + "source.FilePath")))))
                .orShould()
                .callMethodWhere(target(nameStartingWith("read"))
                        .or(target(nameStartingWith("is")))
                        .or(target(nameStartingWith("new")))
                        .or(target(name("exists")))
                        .and(target(owner(equivalentTo(java.nio.file.Files.class)))))
                .orShould()
                .callConstructor(java.io.FileInputStream.class, File.class)
                .orShould()
                .callMethod(dev.plimsoll.source.SourceReader.class, "read", File.class, String.class)
                .check(CLASSES);
    }

    static Stream<Arguments> libraries() {
        return Stream.of(
                Arguments.of("org.snakeyaml..", "dev.plimsoll.yaml"),
                Arguments.of("picocli..", "dev.plimsoll.cli"),
                Arguments.of("org.everit..", "dev.plimsoll.schema"),
                Arguments.of("org.json..", "dev.plimsoll.schema"),
                Arguments.of("org.commonmark..", "dev.plimsoll.host"),
                Arguments.of("org.apache.commons..", "dev.plimsoll.diagnostic"));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void librariesHaveTheirUsers(String library, String users) {
        noClasses()
                .that()
                .resideOutsideOfPackages(users.split(" ", -1))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void onlyMainTouchesTheProcess() {
        DescribedPredicate<JavaClass> isMain =
                DescribedPredicate.describe("are Main", type -> type.getName().equals("dev.plimsoll.cli.Main"));
        noClasses()
                .that(not(isMain))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    /** What is written elsewhere would follow any link, and could leave half a file. */
    @Test
    void filesAreWrittenInOnePlace() {
        DescribedPredicate<JavaClass> writer = DescribedPredicate.describe(
                "write files", type -> type.getName().equals("dev.plimsoll.cli.ReportFile"));
        noClasses()
                .that(not(writer))
                .and()
                .resideOutsideOfPackage("dev.plimsoll.files..")
                .should()
                .callMethodWhere(target(name("write"))
                        .or(target(name("writeString")))
                        .or(target(name("newOutputStream")))
                        .or(target(name("newBufferedWriter")))
                        .or(target(name("move")))
                        .or(target(name("copy")))
                        .or(target(name("delete")))
                        .or(target(name("deleteIfExists")))
                        .or(target(nameStartingWith("create")))
                        .and(target(owner(equivalentTo(java.nio.file.Files.class)))))
                .orShould()
                .callConstructor(java.io.FileOutputStream.class, java.io.File.class)
                .orShould()
                .callConstructor(java.io.FileOutputStream.class, String.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.io.FileWriter.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.io.RandomAccessFile.class)
                .check(CLASSES);
    }

    /** Linting starts nothing. Who asks what runs has to ask an engine's client, in one place, from one command. */
    @Test
    void startsNoProgram() {
        DescribedPredicate<JavaClass> asks = DescribedPredicate.describe(
                "ask an engine", type -> type.getName().startsWith(ROOT + "inspect.EngineProgram"));
        noClasses()
                .that(not(asks))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Process.class)
                .check(CLASSES);
        DescribedPredicate<JavaClass> commands = DescribedPredicate.describe("are of commands that ask", type -> Set.of(
                        ROOT + "cli.InspectCommand",
                        ROOT + "cli.BudgetCommand",
                        ROOT + "cli.WaterLevels",
                        ROOT + "inspect.UsageQuestions")
                .contains(type.getName()));
        noClasses()
                .that(not(asks.or(commands)))
                .should()
                .dependOnClassesThat(asks)
                .check(CLASSES);
    }

    @Test
    void rulesHaveNoState() {
        DescribedPredicate<JavaClass> anonymous =
                DescribedPredicate.describe("are anonymous", JavaClass::isAnonymousClass);
        classes()
                .that()
                .resideInAPackage("dev.plimsoll.rule..")
                .and(not(INTERFACES))
                .and(not(anonymous))
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
        // a nested class may hold the state of one search, as long as no rule keeps it
        classes()
                .that()
                .resideInAPackage("dev.plimsoll.rule..")
                .and()
                .areTopLevelClasses()
                .should()
                .haveOnlyFinalFields()
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Utils?|Helpers?|Managers?|Impl|DTO|Dto)(\\$.*)?")
                .check(CLASSES);
    }

    /** What has grown beyond this holds more than one concept, unless its Javadoc says why it is long. */
    @Test
    void noSourceIsLongWithoutAReason() throws IOException {
        List<String> tooLong = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                seen++;
                List<String> lines = Files.readAllLines(source);
                if (lines.size() > MAX_LINES && !saysWhyItIsLong(lines)) {
                    tooLong.add(source.getFileName() + " " + lines.size());
                }
            }
        }
        assertThat(seen).isGreaterThan(400);
        assertThat(tooLong).isEmpty();
    }

    private static boolean saysWhyItIsLong(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(" * ") && line.contains("Long because ")) {
                return true;
            }
            if (line.startsWith("}")) {
                return false;
            }
        }
        return false;
    }

    /**
     * What a page says of its rule is put to a finding in one place; an input's error is of no rule and has no page. A
     * diagnostic keeps its rule when it says more.
     */
    @Test
    void findingsGetTheirRuleInOnePlace() {
        DescribedPredicate<JavaClass> stamps = DescribedPredicate.describe("stamp findings", type -> Set.of(
                        ROOT + "engine.Linter", ROOT + "report.InputErrors", ROOT + "diagnostic.Diagnostic")
                .contains(type.getName()));
        noClasses()
                .that(not(stamps))
                .should()
                .callConstructor(
                        dev.plimsoll.diagnostic.Diagnostic.class,
                        String.class,
                        String.class,
                        dev.plimsoll.diagnostic.Severity.class,
                        dev.plimsoll.diagnostic.Finding.class)
                .check(CLASSES);
    }

    @Test
    void nothingIsLoadedByName() {
        noClasses()
                .should()
                .callMethod(Class.class, "forName", String.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
                .orShould()
                .callMethod(ClassLoader.class, "loadClass", String.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.ServiceLoader.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(CLASSES);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void staticArraysAreSeenByTheirClassOnly() {
        DescribedPredicate<JavaField> arrays = DescribedPredicate.describe(
                "are arrays", field -> field.getRawType().isArray());
        DescribedPredicate<JavaField> compilerMade = DescribedPredicate.describe(
                "are made by the compiler", field -> field.getModifiers().contains(JavaModifier.SYNTHETIC));
        fields().that()
                .areStatic()
                .and(arrays)
                .and(not(compilerMade))
                .should()
                .bePrivate()
                .check(CLASSES);
    }

    @Test
    void staticCollectionsCannotBeChanged() throws ReflectiveOperationException {
        int seen = 0;
        for (JavaClass type : CLASSES) {
            for (JavaField javaField : type.getFields()) {
                Class<?> raw = javaField.reflect().getType();
                boolean collection = Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw);
                if (!javaField.getModifiers().contains(JavaModifier.STATIC) || !collection) {
                    continue;
                }
                Field field = javaField.reflect();
                assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
                field.setAccessible(true);
                assertThat(field.get(null).getClass().getName())
                        .as(javaField.getFullName())
                        .startsWith("java.util.ImmutableCollections$");
                seen++;
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void hotPathUsesNoRegularExpressionsAndNoStreams() {
        noClasses()
                .that(resideInAnyPackage(HOT))
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.regex..").or(resideInAPackage("java.util.stream..")))
                .orShould()
                .callMethod(String.class, "matches", String.class)
                .orShould()
                .callMethod(String.class, "replaceAll", String.class, String.class)
                .orShould()
                .callMethod(String.class, "replaceFirst", String.class, String.class)
                .orShould()
                .callMethod(String.class, "lines")
                .check(CLASSES);
    }

    @Test
    void picocliIsTheOneThatTheBuildCompiled() throws IOException {
        URL place = ArchitectureTest.class.getResource("/picocli/CommandLine.class");
        assertThat(place).isNotNull();
        assertThat(place.getProtocol()).isEqualTo("file");
        assertThat(place.getPath()).endsWith("/classes/picocli/CommandLine.class");
        try (InputStream in = place.openStream()) {
            byte[] head = in.readNBytes(8);
            int major = (head[6] & 0xFF) << 8 | (head[7] & 0xFF);
            // 61 is Java 17; older classes never get into a class-data archive
            assertThat(major).isEqualTo(61);
        }
    }

    /** Any text at all may stand where a path is expected: {@link dev.plimsoll.source.FilePath} knows what then. */
    @Test
    void pathsAreMadeInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.plimsoll.source.FilePath")
                .should()
                .callMethod(File.class, "toPath")
                .orShould()
                .callMethod(Path.class, "of", String.class, String[].class)
                .orShould()
                .callMethod(Paths.class, "get", String.class, String[].class)
                .orShould()
                .callMethod(Path.class, "resolve", String.class)
                .check(CLASSES);
    }

    /** A place of its own would let a reader stand still: {@link dev.plimsoll.source.Cursor} does not. */
    @Test
    void readersOfForeignTextKeepTheirPlaceInACursor() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        "dev.plimsoll.shell..",
                        "dev.plimsoll.host..",
                        "dev.plimsoll.dockerfile..",
                        "dev.plimsoll.compose..",
                        "dev.plimsoll.suppress..")
                .and()
                .areNotFinal()
                .and()
                .haveRawType(int.class)
                .should()
                .notHaveName("at")
                .check(CLASSES);
    }
}
