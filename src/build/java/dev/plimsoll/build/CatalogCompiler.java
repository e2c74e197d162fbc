package dev.plimsoll.build;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles {@code rules/} and {@code src/main/schema/} into the index files that the program reads; the build fails on any mistake
 * in there.
 */
public final class CatalogCompiler {
    private CatalogCompiler() {}

    /**
     * Compiles, prints each mistake as {@code file:line:column: message} and exits with 1 if there was one.
     *
     * @param args the folder with the rule pages and the image knowledge, the folder of the compiled classes, the JSON
     *     Schema of Compose files
     */
    public static void main(String[] args) throws IOException {
        File output = new File(args[1]);
        List<String> mistakes = new ArrayList<>(compile(new File(args[0]), output));
        mistakes.addAll(compileSchema(new File(args[2]), output));
        for (String mistake : mistakes) {
            System.err.println(mistake);
        }
        if (!mistakes.isEmpty()) {
            System.exit(1);
        }
    }

    /** Compiles; writes nothing if there is a mistake anywhere. */
    static List<String> compile(File rules, File output) throws IOException {
        List<String> mistakes = new ArrayList<>();
        byte[] pages = RulePageCompiler.compile(rules, mistakes);
        byte[] images = ImageCompiler.compile(rules, mistakes);
        byte[] byDesign = ByDesignCompiler.compile(rules, mistakes);
        if (mistakes.isEmpty()) {
            write(pages, new File(output, "dev/plimsoll/catalog/rules.index"));
            write(images, new File(output, "dev/plimsoll/knowledge/images.index"));
            write(byDesign, new File(output, "dev/plimsoll/knowledge/by-design.index"));
        }
        return mistakes;
    }

    /** Compiles the schema; writes nothing if there is a mistake in it. */
    static List<String> compileSchema(File schema, File output) throws IOException {
        List<String> mistakes = new ArrayList<>();
        byte[] table = SchemaCompiler.compile(schema, mistakes);
        if (mistakes.isEmpty()) {
            write(table, new File(output, "dev/plimsoll/schema/compose.index"));
        }
        return mistakes;
    }

    private static void write(byte[] bytes, File file) throws IOException {
        File folder = file.getParentFile();
        if (!folder.isDirectory() && !folder.mkdirs()) {
            throw new IOException("cannot make the folder " + folder);
        }
        try (OutputStream out = new FileOutputStream(file)) {
            out.write(bytes);
        }
    }
}
