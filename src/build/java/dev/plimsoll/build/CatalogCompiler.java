package dev.plimsoll.build;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles {@code rules/} and {@code src/main/schema/} into the sources of classes that hold what the program knows; the build
 * fails on any mistake in there.
 */
public final class CatalogCompiler {
    private CatalogCompiler() {}

    /**
     * What is made of the rule pages and the image knowledge, as text.
     *
     * @param rules a line for each rule
     * @param images what is known of images
     * @param byDesign a line for each image and purpose
     */
    record Indexes(String rules, String images, String byDesign) {}

    /**
     * Compiles, prints each mistake as {@code file:line:column: message} and exits with 1 if there was one.
     *
     * @param args the folder with the rule pages and the image knowledge, the JSON Schema of Compose files, the folder with
     *     the linter's sources, the folder for what is written
     */
    public static void main(String[] args) throws IOException {
        File rules = new File(args[0]);
        SourceFolder output = new SourceFolder(new File(args[3]));
        List<String> mistakes = new ArrayList<>(compile(rules, new File(args[1]), output));
        mistakes.addAll(RuleSwitch.write(rules, new File(args[2]), output));
        for (String mistake : mistakes) {
            System.err.println(mistake);
        }
        if (!mistakes.isEmpty()) {
            System.exit(1);
        }
    }

    /** Compiles; writes nothing if there is a mistake anywhere. */
    static List<String> compile(File rules, File schema, SourceFolder output) throws IOException {
        List<String> mistakes = new ArrayList<>();
        Indexes indexes = indexes(rules, mistakes);
        String table = SchemaCompiler.compile(schema, mistakes);
        if (mistakes.isEmpty()) {
            output.write("dev.plimsoll.catalog.BuiltInPages", DataClasses.pages("BuiltInPages", indexes.rules()));
            output.write(
                    "dev.plimsoll.knowledge.BuiltInImages",
                    DataClasses.text("knowledge", "BuiltInImages", indexes.images()));
            output.write(
                    "dev.plimsoll.knowledge.BuiltInPurposes",
                    DataClasses.text("knowledge", "BuiltInPurposes", indexes.byDesign()));
            output.write("dev.plimsoll.schema.BuiltInShapes", DataClasses.text("schema", "BuiltInShapes", table));
        }
        return mistakes;
    }

    /** What the folder of the rules holds; of no use if there is a mistake. */
    static Indexes indexes(File rules, List<String> mistakes) {
        return new Indexes(
                RulePageCompiler.compile(rules, mistakes),
                ImageCompiler.compile(rules, mistakes),
                ByDesignCompiler.compile(rules, mistakes));
    }
}
