package dev.plimsoll.build;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks what images are known to do to their host on purpose, {@code by-design} of {@code rules/images.yaml}, and makes
 * its index, which is described where it is read.
 */
final class ByDesignCompiler {
    private static final String FILE = "images.yaml";
    private static final String LIST = "by-design";
    private static final List<String> KEYS = List.of("images", "only-tags", "rules", "capabilities", "source");
    private static final Pattern REPOSITORY = Pattern.compile("[a-z0-9][a-z0-9._/-]*");
    private static final Pattern TAG = Pattern.compile("[a-z0-9._-]+");
    private static final Pattern CAPABILITY = Pattern.compile("[A-Z][A-Z_]*");

    private final File rules;
    private final StringBuilder out = new StringBuilder();

    private ByDesignCompiler(File rules) {
        this.rules = rules;
    }

    static String compile(File rules, List<String> mistakes) {
        ByDesignCompiler compiler = new ByDesignCompiler(rules);
        try {
            SourceFile file = SourceReader.read(new File(rules, FILE), rules.getName() + "/" + FILE);
            List<YamlNode> roots = YamlParser.parse(file);
            // what else is wrong with the file says the compiler of images
            YamlNode list = roots.size() == 1 ? Section.open(roots.get(0)).get(LIST) : null;
            for (YamlNode item : list == null ? List.<YamlNode>of() : Section.items(list)) {
                try {
                    compiler.item(Section.of(item, KEYS));
                } catch (CatalogException e) {
                    mistakes.add(e.getMessage());
                }
            }
        } catch (UnreadableSourceException | YamlSyntaxException | CatalogException e) {
            // said already
            return "";
        }
        return compiler.out.toString();
    }

    private void item(Section item) throws CatalogException {
        item.string("source");
        List<String> tags = matching(item, "only-tags", TAG);
        List<String> words = new ArrayList<>();
        for (YamlNode node : item.list("rules")) {
            String rule = Section.filled(node);
            if (!new File(rules, rule + ".md").isFile()) {
                throw new CatalogException(node, "there is no rule \"" + rule + "\"");
            }
            words.add(rule);
        }
        words.addAll(matching(item, "capabilities", CAPABILITY));
        if (words.isEmpty()) {
            throw new CatalogException(item.node(), "it says neither rules nor capabilities");
        }
        item.require("images");
        for (String image : matching(item, "images", REPOSITORY)) {
            out.append(image).append('\t').append(String.join(" ", tags)).append('\t');
            out.append(String.join(" ", words)).append('\n');
        }
    }

    private static List<String> matching(Section section, String key, Pattern pattern) throws CatalogException {
        List<String> found = new ArrayList<>();
        for (YamlNode node : section.list(key)) {
            String text = Section.filled(node);
            if (!pattern.matcher(text).matches()) {
                throw new CatalogException(node, "\"" + text + "\" does not match " + pattern);
            }
            found.add(text);
        }
        return found;
    }
}
