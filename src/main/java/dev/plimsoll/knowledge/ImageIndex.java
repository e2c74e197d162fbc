package dev.plimsoll.knowledge;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.ContainerPath;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of an image from the index that the build makes of the image knowledge, in the form that {@link IndexReader}
 * tells.
 *
 * <pre>
 * list of mirror prefixes
 * list of images with patterns: their number (count), list of these names with a star
 * list of names in full, sorted: where each stands (number), counted from behind the length of all names
 * list of images: where each stands (number), counted from behind the names
 * the length of all names (number)
 * each name (text), list of the numbers of its images (counts)
 * each image:
 *   list of texts in a tag, one of which it must have
 *   name, kind (text), ephemeral (flag), what precedes the version in a tag (text)
 *   list of texts in a tag that mark a variant of which nothing is known
 *   major and minor version (number) that a tag without one stands for
 *   list of data paths, the newest versions first:
 *     from major, from minor, to major, to minor (number), path, volume (text)
 *     list of settings: is it an option (flag), name, suffix (text)
 *     list of other paths that lead there, does it count only if something is written (flag)
 *   list of word sequences (lists of texts), one of which is needed
 *   list of conditions under which nothing is known of the data: variable, value (text)
 *   list of directories with its configuration, list of places that are taken for that of the data
 *   list of signals that switch persistence off: words (list of texts), word sequences that take it back
 *   list of conditions that switch persistence off: variable, value (text)
 *   list of endings of settings files
 *   lists of writable directories, of directories with content, of workspaces
 *   does it need shared memory (flag), and if so: its size, why (text), list of excuses
 *   user (text, empty for root), its number (number, -1 if not known), first major and minor version that has it (number)
 *   form of a file variable's name (text), list of variables that have one
 *   is it sized by the host (flag), and if so: versions as above, how (text), list of settings as above,
 *     list of directories with its configuration
 *   list of memory settings: unit (text), list of settings as above
 *   what a new version does with old data (text)
 *   who may use it (text), empty if nothing is known, else a list:
 *     versions as above, list of ports (counts)
 *     list of signs that open it: kind (count), name, value (text); its published password (text)
 *     list of signs that close it, list of directories with its configuration
 * </pre>
 *
 * A list is its count and its items.
 */
final class ImageIndex {
    private final IndexReader in;

    private ImageIndex(IndexReader in) {
        this.in = in;
    }

    /**
     * The facts of one image.
     *
     * @param in stands behind the tags of the image
     */
    static ImageFacts facts(IndexReader in) {
        return new ImageIndex(in).image();
    }

    private ImageFacts image() {
        return new ImageFacts(
                in.text(),
                ImageKind.of(in.text()).orElseThrow(),
                in.flag(),
                new TagRules(in.text(), in.texts(), version()),
                data(),
                sequences(),
                conditions(),
                paths(),
                paths(),
                signals(),
                conditions(),
                in.texts(),
                runtime(),
                in.text(),
                in.text());
    }

    /** Who may use an image, as it stands in the index. */
    static List<Access> access(String written) {
        return new ImageIndex(new IndexReader(written, 0)).accesses();
    }

    private List<Access> accesses() {
        List<Access> accesses = new ArrayList<>();
        for (int count = in.count(); count > 0; count--) {
            accesses.add(new Access(version(), version(), ports(), signs(), in.text(), signs(), paths()));
        }
        return accesses;
    }

    private List<Integer> ports() {
        List<Integer> ports = new ArrayList<>();
        for (int count = in.count(); count > 0; count--) {
            ports.add(in.count());
        }
        return ports;
    }

    private List<AccessSign> signs() {
        List<AccessSign> signs = new ArrayList<>();
        for (int count = in.count(); count > 0; count--) {
            signs.add(new AccessSign(in.count(), in.text(), in.text()));
        }
        return signs;
    }

    private RuntimeFacts runtime() {
        return new RuntimeFacts(
                paths(), paths(), paths(), shm(), user(), version(), in.text(), in.texts(), hostSizing(), memory());
    }

    private @Nullable ShmNeed shm() {
        return in.flag() ? new ShmNeed(new ByteSize(in.size()), in.text(), in.texts()) : null;
    }

    private @Nullable ImageUser user() {
        String name = in.text();
        int id = in.number();
        return name.isEmpty() ? null : new ImageUser(name, id < 0 ? OptionalInt.empty() : OptionalInt.of(id));
    }

    private @Nullable HostSizing hostSizing() {
        return in.flag() ? new HostSizing(version(), version(), in.text(), settings(), paths()) : null;
    }

    private List<MemorySetting> memory() {
        List<MemorySetting> memory = new ArrayList<>();
        for (int count = in.count(); count > 0; count--) {
            memory.add(new MemorySetting(MemoryUnit.of(in.text()).orElseThrow(), settings()));
        }
        return memory;
    }

    private List<ContainerPath> paths() {
        List<ContainerPath> paths = new ArrayList<>();
        for (String path : in.texts()) {
            paths.add(new ContainerPath(path));
        }
        return paths;
    }

    private TagVersion version() {
        return new TagVersion(in.number(), in.number());
    }

    private List<DataFact> data() {
        List<DataFact> facts = new ArrayList<>();
        for (int count = in.count(); count > 0; count--) {
            facts.add(new DataFact(version(), version(), in.text(), in.text(), settings(), paths(), in.flag()));
        }
        return facts;
    }

    private List<ImageSetting> settings() {
        List<ImageSetting> settings = new ArrayList<>();
        for (int count = in.count(); count > 0; count--) {
            settings.add(new ImageSetting(in.flag(), in.text(), in.text()));
        }
        return settings;
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (int count = in.count(); count > 0; count--) {
            conditions.add(new Condition(in.text(), in.text()));
        }
        return conditions;
    }

    private List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        for (int count = in.count(); count > 0; count--) {
            signals.add(new Signal(in.texts(), sequences()));
        }
        return signals;
    }

    private List<List<String>> sequences() {
        List<List<String>> sequences = new ArrayList<>();
        for (int count = in.count(); count > 0; count--) {
            sequences.add(in.texts());
        }
        return sequences;
    }
}
