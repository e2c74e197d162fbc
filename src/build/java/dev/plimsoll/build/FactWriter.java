package dev.plimsoll.build;

import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks and writes what facts of images are made of: texts, paths, versions, settings. */
final class FactWriter {
    private static final Pattern SETTING = Pattern.compile("(env|option) ([^ /]+)(/[^ ]+)?");
    static final Pattern CONDITION = Pattern.compile("env ([A-Za-z_][A-Za-z0-9_]*)(?:=(.+))?");

    /** Takes what is but a number or a word. */
    final IndexWriter out = new IndexWriter();

    /** Texts behind their number. */
    void texts(List<String> texts) {
        out.count(texts.size());
        for (String text : texts) {
            out.text(text);
        }
    }

    /** Commands, each as its words. */
    void sequences(List<YamlNode> nodes) throws CatalogException {
        out.count(nodes.size());
        for (YamlNode node : nodes) {
            texts(sequence(node));
        }
    }

    /** Words of a command; only the first must not be empty. */
    static List<String> sequence(YamlNode node) throws CatalogException {
        List<String> words = new ArrayList<>();
        for (YamlNode word : Section.items(node)) {
            words.add(words.isEmpty() ? Section.filled(word) : Section.text(word));
        }
        return words;
    }

    /** Absolute, clean paths. */
    void pathList(List<YamlNode> nodes) throws CatalogException {
        for (YamlNode node : nodes) {
            cleanPath(node, Section.filled(node));
        }
        texts(Section.strings(nodes));
    }

    /** A path that is absolute and clean, but not the root. */
    static ContainerPath cleanPath(YamlNode node, String path) throws CatalogException {
        Optional<ContainerPath> clean = ContainerPath.of(path);
        if (clean.isEmpty() || !clean.get().value().equals(path) || path.equals("/")) {
            throw new CatalogException(node, "\"" + path + "\" is no absolute, clean path");
        }
        return clean.get();
    }

    /** What sets a path or limit: variables and options. */
    void settings(List<YamlNode> nodes) throws CatalogException {
        out.count(nodes.size());
        for (YamlNode node : nodes) {
            Matcher setting = SETTING.matcher(Section.filled(node));
            if (!setting.matches()) {
                throw new CatalogException(
                        node, "write \"env NAME\" or \"option NAME\", with /what-is-added behind it");
            }
            out.flag(setting.group(1).equals("option"));
            out.text(setting.group(2));
            out.text(setting.group(3) == null ? "" : setting.group(3));
        }
    }

    /** Variables, each with the value that it must have if one is written. */
    void conditions(List<YamlNode> nodes) throws CatalogException {
        out.count(nodes.size());
        for (YamlNode node : nodes) {
            Matcher condition = CONDITION.matcher(Section.filled(node));
            if (!condition.matches()) {
                throw new CatalogException(node, "write \"env NAME\" or \"env NAME=value\"");
            }
            out.text(condition.group(1));
            out.text(condition.group(2) == null ? "" : condition.group(2));
        }
    }

    /** A version as two numbers. */
    void version(VersionRange.Version version) {
        out.number(version.major());
        out.number(version.minor());
    }

    /** A part of a sentence. */
    void clause(Section section, String key) throws CatalogException {
        String clause = section.string(key);
        if (clause.endsWith(".")) {
            throw new CatalogException(section.require(key), "a part of a sentence has no final period");
        }
        out.text(clause);
    }
}
