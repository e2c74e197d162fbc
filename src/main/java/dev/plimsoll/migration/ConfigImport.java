package dev.plimsoll.migration;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.Locale;

/** Translates configurations of other linters. */
public final class ConfigImport {
    private final RuleCatalog catalog;

    /** Translates into settings of a catalogue's rules; of others it says that this version lacks them. */
    public ConfigImport(RuleCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Translates a file. Its name says whose it is.
     *
     * @throws InputException if no linter reads a file of that name, or it cannot be read
     */
    public Imported read(SourceFile file) throws InputException {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".js") || name.endsWith(".cjs") || name.endsWith(".mjs") || name.endsWith(".ts")) {
            throw refused(
                    file,
                    "a program is not run to read it: write what it exports to .dclintrc.json"
                            + " (node -p 'JSON.stringify(require(\"./" + file.name() + "\"))'), and import that");
        }
        if (name.equals("package.json") || name.startsWith(".dclintrc") || name.startsWith("dclintrc")) {
            return new DclintImport(catalog, file).read();
        }
        if (name.startsWith(".compose-lint") || name.startsWith("compose-lint")) {
            return new ComposeLintImport(catalog, file).read();
        }
        if (name.contains("kics")) {
            return new KicsImport(catalog, file).read();
        }
        throw refused(
                file, "not a configuration that is known: .dclintrc, package.json, .compose-lint.yml, kics.config");
    }

    /** An error about a file as a whole. */
    static InputException refused(SourceFile file, String why) {
        return new InputException(new Location(file, Span.at(0)), why);
    }
}
