package dev.plimsoll.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the source of {@code BuiltInRules}, a switch from the rule pages to their classes. A switch loads the class of a
 * rule that runs, and no other.
 *
 * <p>It runs before the linter is compiled: pages and classes are looked at line by line, as far as names go. Whether a page is
 * right says {@link RulePageCompiler}, and whether a class is, the compiler.
 */
final class RuleSwitch {
    private static final String PACKAGE = "dev/plimsoll/rule";
    private static final Pattern RULE = Pattern.compile("\\bclass (\\w+)(?:<[^>]*>)? implements \\w*Rule\\b");
    private static final Pattern LOOKS_AT_TEXT = Pattern.compile("looks-at: *(text|\\[ *text *])");
    private static final Pattern OPTION = Pattern.compile(" {2}([a-z][a-z0-9-]*):");
    private static final Pattern PARAMETER = Pattern.compile("(\\w+) (\\w+)");

    /** How a parameter of a type gets its value from the page's option of its name. */
    private static final Map<String, String> READERS =
            Map.of("ByteSize", "size", "double", "number", "int", "whole", "String", "text");

    private final List<String> mistakes;

    /** What the front matter of a page says, as far as it matters here. */
    private record Page(boolean hasClass, Set<String> options) {}

    /** A class of a rule. */
    private record RuleClass(String file, String name, String parameters) {}

    private RuleSwitch(List<String> mistakes) {
        this.mistakes = mistakes;
    }

    /** Writes the source; writes nothing if there is a mistake anywhere. */
    static List<String> write(File rules, File sources, SourceFolder output) throws IOException {
        List<String> mistakes = new ArrayList<>();
        String source = new RuleSwitch(mistakes).source(pages(rules), classes(sources));
        if (mistakes.isEmpty()) {
            output.write("dev.plimsoll.engine.BuiltInRules", source);
        }
        return mistakes;
    }

    private static Map<String, Page> pages(File rules) throws IOException {
        Map<String, Page> pages = new TreeMap<>();
        for (File file : list(rules)) {
            String name = file.getName();
            if (name.endsWith(".md")) {
                pages.put(name.substring(0, name.length() - ".md".length()), page(file));
            }
        }
        return pages;
    }

    private static Page page(File file) throws IOException {
        boolean hasClass = true;
        Set<String> options = new TreeSet<>();
        String key = "";
        int fences = 0;
        for (String line : Files.readAllLines(file.toPath())) {
            if (line.stripTrailing().equals("---") && ++fences == 2) {
                break;
            }
            Matcher option = OPTION.matcher(line);
            if (!line.startsWith(" ")) {
                key = line;
            } else if (key.startsWith("options:") && option.lookingAt()) {
                options.add(option.group(1));
            }
            hasClass &= !LOOKS_AT_TEXT.matcher(line).lookingAt();
        }
        return new Page(hasClass, options);
    }

    private static Map<String, RuleClass> classes(File sources) throws IOException {
        Map<String, RuleClass> classes = new TreeMap<>();
        for (File category : list(new File(sources, PACKAGE))) {
            for (File file : category.isDirectory() ? list(category) : new File[0]) {
                String text = Files.readString(file.toPath());
                Matcher rule = RULE.matcher(text);
                if (rule.find()) {
                    String name = "dev.plimsoll.rule." + category.getName() + "." + rule.group(1);
                    String path = PACKAGE + "/" + category.getName() + "/" + file.getName();
                    classes.put(kebab(rule.group(1)), new RuleClass(path, name, parameters(rule.group(1), text)));
                }
            }
        }
        return classes;
    }

    private static File[] list(File folder) throws IOException {
        File[] files = folder.listFiles();
        if (files == null) {
            throw new IOException(folder + " is not a folder");
        }
        Arrays.sort(files);
        return files;
    }

    private static String parameters(String name, String text) {
        Matcher constructor =
                Pattern.compile("\\bpublic " + name + "\\(([^)]*)\\)").matcher(text);
        return constructor.find() ? constructor.group(1).strip() : "";
    }

    private String source(Map<String, Page> pages, Map<String, RuleClass> classes) {
        StringBuilder cases = new StringBuilder();
        for (Map.Entry<String, Page> entry : pages.entrySet()) {
            String id = entry.getKey();
            RuleClass rule = classes.get(id);
            if (rule != null && entry.getValue().hasClass()) {
                cases.append("            case \"").append(id).append("\" -> new ");
                cases.append(rule.name()).append('(');
                cases.append(arguments(id, entry.getValue(), rule)).append(");\n");
            } else if (entry.getValue().hasClass()) {
                mistakes.add("rules/" + id + ".md: there is no class of this rule: write " + PACKAGE + "/<category>/"
                        + camel(id) + ".java, or say looks-at: text if the readers make its findings");
            }
        }
        for (Map.Entry<String, RuleClass> entry : classes.entrySet()) {
            Page page = pages.get(entry.getKey());
            if (page == null) {
                mistakes.add(entry.getValue().file() + ": there is no page of this rule: write rules/" + entry.getKey()
                        + ".md");
            } else if (!page.hasClass()) {
                mistakes.add(entry.getValue().file() + ": rules/" + entry.getKey()
                        + ".md says looks-at: text, which is for rules without a class");
            }
        }
        return source(cases);
    }

    /** What the constructor takes: the image knowledge, the sizes that fixes suggest, or options of the page by name. */
    private String arguments(String id, Page page, RuleClass rule) {
        List<String> arguments = new ArrayList<>();
        Set<String> unread = new TreeSet<>(page.options());
        Matcher parameter = PARAMETER.matcher(rule.parameters());
        while (parameter.find()) {
            String type = parameter.group(1);
            String option = kebab(parameter.group(2));
            String reader = READERS.get(type);
            if (type.equals("ImageCatalog")) {
                arguments.add("images");
            } else if (type.equals("SizePolicy")) {
                arguments.add("RuleOptions.sizes(sizing)");
                unread.clear();
            } else if (reader == null) {
                mistakes.add(rule.file() + ": a rule takes no " + type + ": known are ImageCatalog, SizePolicy, "
                        + String.join(", ", new TreeSet<>(READERS.keySet())));
            } else if (!page.options().contains(option)) {
                mistakes.add(rule.file() + ": rules/" + id + ".md has no option \"" + option + "\" for the parameter "
                        + parameter.group(2));
            } else {
                arguments.add("RuleOptions." + reader + "(page, \"" + option + "\")");
                unread.remove(option);
            }
        }
        for (String option : unread) {
            mistakes.add("rules/" + id + ".md: the constructor of " + camel(id) + " has no parameter for the option \""
                    + option + "\"");
        }
        return String.join(", ", arguments);
    }

    private static String source(CharSequence cases) {
        return """
                package dev.plimsoll.engine;

                import dev.plimsoll.catalog.RuleMetadata;
                import dev.plimsoll.knowledge.ImageCatalog;
                import dev.plimsoll.rule.Rule;

                /** The rules by id. Written by the build from the pages in rules/: change those. */
                final class BuiltInRules {
                    private BuiltInRules() {}

                    /**
                     * A rule with the options that its page or the user gives.
                     *
                     * @param page the rule's page
                     * @param sizing the page whose options tell which sizes fixes suggest
                     * @param images what is known of images
                     * @throws IllegalStateException if the readers make the findings of this rule, which has no class
                     */
                    static Rule create(RuleMetadata page, RuleMetadata sizing, ImageCatalog images) {
                        return switch (page.id()) {
                """ + cases + """
                            default -> throw new IllegalStateException("no class for the page " + page.id());
                        };
                    }
                }
                """;
    }

    private static String kebab(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                out.append('-');
            }
            out.append(Character.toLowerCase(c));
        }
        return out.toString();
    }

    private static String camel(String id) {
        StringBuilder out = new StringBuilder();
        for (String word : id.split("-", -1)) {
            out.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return out.toString();
    }
}
