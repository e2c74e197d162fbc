package dev.plimsoll.compose.files;

import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.FileView;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.TrustBoundary;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of a project, each read once, under the names by which reports show them. */
public final class ProjectFiles {
    /** Names a file for reports. */
    public interface Naming {
        /** The shown path of a file. */
        String shown(File file);

        /** Whether the user asked for a file by its name. */
        default boolean isAskedFor(File file) {
            return false;
        }
    }

    private final Naming naming;
    private final TrustBoundary boundary;
    private final Map<File, SourceFile> known = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final Map<File, Part> parts = new HashMap<>();
    private final Map<SourceFile, File> bases = new HashMap<>();
    private @Nullable File projectDirectory;

    /** Files, as far as they may be read. */
    public ProjectFiles(Naming naming, TrustBoundary boundary) {
        this.naming = naming;
        this.boundary = boundary;
    }

    /** Takes a text for a file's content, as for standard input. */
    public void put(File file, SourceFile source) {
        known.put(file, source);
    }

    /**
     * Takes a part of a file for a Compose file, as a block of documentation. It is loaded as an overlay is: what it lacks may
     * stand elsewhere. All places are those of the outer file.
     *
     * @param file the name under which the part is loaded; the directory counts for its relative paths
     * @param part where it stands
     * @param content what stands there, unit for unit, with blanks in place of what is no YAML
     * @param filled whether a shell puts values in place of its variables before Compose reads it
     */
    public void put(File file, Location part, String content, boolean filled) {
        known.put(file, part.file());
        parts.put(file, new Part(part, content, filled));
    }

    private record Part(Location at, String content, boolean filled) {}

    /** Whether a shell knows the variables of a file, and Compose meets none. */
    public boolean isFilled(File file) {
        Part part = parts.get(file);
        return part != null && part.filled();
    }

    /** Whether a file is but a part of another one. */
    public boolean isPart(File file) {
        return parts.containsKey(file);
    }

    /**
     * The YAML documents of a file.
     *
     * @throws UnreadableSourceException if it is missing, not readable, too large or not UTF-8
     * @throws YamlSyntaxException if it is not YAML
     */
    public List<YamlNode> parse(File file) throws UnreadableSourceException, YamlSyntaxException {
        Part part = parts.get(file);
        return part == null ? YamlParser.parse(read(file)) : YamlParser.parse(part.at(), part.content());
    }

    /**
     * Whether a word stands in what {@link #parse} reads of a file.
     *
     * @throws UnreadableSourceException if it is missing, not readable, too large or not UTF-8
     */
    public boolean mentions(File file, String word) throws UnreadableSourceException {
        String text = read(file).text();
        Part part = parts.get(file);
        // not in the outer text, which may hold thousands of parts
        return (part == null ? text : part.content()).contains(word);
    }

    /**
     * A file's text.
     *
     * @throws UnreadableSourceException if it is missing, not readable, too large or not UTF-8
     */
    public SourceFile read(File file) throws UnreadableSourceException {
        SourceFile source = known.get(file);
        if (source == null) {
            source = boundary.read(file, naming.shown(file));
            known.put(file, source);
        }
        opened.add(source.path());
        return source;
    }

    /** The shown paths of the files whose text was asked for, of all that are known. */
    public Set<String> opened() {
        return Set.copyOf(opened);
    }

    /** The files that were read, by how they were asked for; two names of one file are two entries. */
    public Map<File, SourceFile> sources() {
        return Map.copyOf(known);
    }

    /** Says from where the relative paths written in a file count; the first word holds. */
    public void setDirectory(SourceFile source, File directory) {
        bases.putIfAbsent(source, directory);
    }

    /** A path written in a file, from the directory of that file; absolute ones stay. */
    public static File resolve(File file, String path) {
        return FilePath.clean(FilePath.resolve(file.getAbsoluteFile().getParentFile(), path));
    }

    /** From where the relative paths written in a file count. */
    public File directoryOf(SourceFile source) {
        File directory = bases.get(source);
        return directory == null ? new File(source.path()).getAbsoluteFile().getParentFile() : directory;
    }

    /** Sets the directory of the whole project. */
    public void setProjectDirectory(File directory) {
        projectDirectory = directory;
    }

    /** A path written in a file, from the project's directory: {@code ./data}, {@code ../x}; absolute ones are cleaned. */
    public String fromProject(SourceFile source, String path) {
        if (path.startsWith("~") || path.startsWith("\\") || (path.length() > 1 && path.charAt(1) == ':')) {
            return path;
        }
        File written = new File(path);
        if (written.isAbsolute()) {
            // Docker leaves it as it is
            return path;
        }
        File absolute = new File(directoryOf(source), path);
        File project = projectDirectory;
        if (project == null) {
            return FilePath.slashes(FilePath.clean(absolute));
        }
        String relative = FilePath.relative(project.getAbsoluteFile(), absolute.getAbsoluteFile());
        return relative.startsWith("..") ? relative : "./" + relative;
    }

    /** Whether there is such a file, and it may be read. */
    public boolean isFile(File file) {
        return known.containsKey(file) || boundary.isFile(file);
    }

    /** Whether the user asked for a file by its name, so that it is read whatever else is. */
    public boolean isAskedFor(File file) {
        return naming.isAskedFor(file);
    }

    /** Whether there is such a file, be it one that may be read or not. */
    public boolean isThere(File file) {
        return known.containsKey(file) || boundary.view().isFile(file);
    }

    /**
     * Whether there is such a file, and reports may show what it says. Of other files only the places are shown, which
     * is of no use where values count: of variables and of Dockerfiles.
     */
    public boolean isOwnFile(File file) {
        return known.containsKey(file) ? !known.get(file).isWithheld() : isThere(file) && isOwn(file);
    }

    /** Whether what a file says, should there be one, may be shown. */
    public boolean isOwn(File file) {
        return boundary.mayQuote(file);
    }

    /** Whether a file must not be opened. */
    public boolean isRefused(File file) {
        return boundary.mustRefuse(file);
    }

    /** Why a file that is not there for us is not: it does not exist, or it is none that is opened. */
    public String whyMissing(File file) {
        FileView view = boundary.view();
        boolean refused = isRefused(file) || (view.exists(file) && !view.isDirectory(file));
        return refused ? "is not read: it is not a regular file of a project" : "does not exist";
    }

    /** Whether any file that was read is withheld from reports. */
    public boolean anyWithheld() {
        for (SourceFile source : known.values()) {
            if (source.isWithheld() && opened.contains(source.path())) {
                return true;
            }
        }
        return false;
    }
}
