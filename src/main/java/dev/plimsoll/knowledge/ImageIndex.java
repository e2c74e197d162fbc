package dev.plimsoll.knowledge;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.ContainerPath;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads the index that the build makes of the image knowledge, as {@link java.io.DataOutput} writes it. A list is its
 * length (short) and its items; a text is UTF.
 *
 * <pre>
 * list of mirror prefixes (text)
 * list of images:
 *   list of name patterns (text), list of texts in a tag, one of which it must have (text)
 *   how many bytes follow of this image (int): a run makes the facts of those alone that it meets
 *   name, kind (text), ephemeral (boolean), what precedes the version in a tag (text)
 *   list of texts in a tag that mark a variant of which nothing is known
 *   major and minor version (int) that a tag without one stands for
 *   list of data paths, the newest versions first:
 *     from major, from minor, to major, to minor (int), path, volume (text)
 *     list of settings: is it an option (boolean), name, suffix (text)
 *     list of other paths that lead there (text), does it count only if something is written (boolean)
 *   list of word sequences (lists of texts), one of which is needed
 *   list of conditions under which nothing is known of the data: variable, value (text)
 *   list of directories with its configuration, list of places that are taken for that of the data (text)
 *   list of signals that switch persistence off: words (list of texts), word sequences that take it back
 *   list of conditions that switch persistence off: variable, value (text)
 *   list of endings of settings files (text)
 *   lists of writable directories, of directories with content, of workspaces (text)
 *   does it need shared memory (boolean), and if so: bytes (long), why (text), list of excuses (text)
 *   user (text, empty for root), its number (int, -1 if not known), first major and minor version that has it (int)
 *   form of a file variable's name (text), list of variables that have one (text)
 *   is it sized by the host (boolean), and if so: versions as above, how (text), list of settings as above,
 *     list of directories with its configuration (text)
 *   list of memory settings: unit (text), list of settings as above
 *   what a new version does with old data (text)
 *   how many bytes follow on who may use it (short), none if nothing is known, else a list:
 *     versions as above, list of ports (short)
 *     list of signs that open it: kind (byte), name, value (text); its published password (text)
 *     list of signs that close it, list of directories with its configuration (text)
 * </pre>
 */
final class ImageIndex {
    private final ByteArrayInputStream bytes;
    private final DataInputStream in;

    private ImageIndex(ByteArrayInputStream bytes) {
        this.bytes = bytes;
        this.in = new DataInputStream(bytes);
    }

    static ImageNames read(byte[] bytes) throws IOException {
        ImageIndex index = new ImageIndex(new ByteArrayInputStream(bytes));
        List<String> mirrors = index.texts();
        List<ImageNames.Entry> entries = new ArrayList<>();
        for (int images = index.in.readUnsignedShort(); images > 0; images--) {
            List<String> names = index.texts();
            List<String> tags = index.texts();
            int length = index.in.readInt();
            int start = bytes.length - index.bytes.available();
            entries.add(new ImageNames.Entry(names, tags, start, length));
            index.in.skipBytes(length);
        }
        return new ImageNames(mirrors, entries, bytes);
    }

    /**
     * The facts of one image.
     *
     * @param bytes the whole index
     * @param start where they begin
     * @param length their number of bytes
     */
    static ImageFacts facts(byte[] bytes, int start, int length) throws IOException {
        return new ImageIndex(new ByteArrayInputStream(bytes, start, length)).image();
    }

    private ImageFacts image() throws IOException {
        return new ImageFacts(
                in.readUTF(),
                ImageKind.of(in.readUTF()).orElseThrow(),
                in.readBoolean(),
                new TagRules(in.readUTF(), texts(), version()),
                data(),
                sequences(),
                conditions(),
                paths(),
                paths(),
                signals(),
                conditions(),
                texts(),
                runtime(),
                in.readUTF(),
                in.readNBytes(in.readUnsignedShort()));
    }

    /** Who may use an image, as it stands in the index. */
    static List<Access> access(byte[] bytes) {
        ImageIndex index = new ImageIndex(new ByteArrayInputStream(bytes));
        try {
            return index.accesses();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Access> accesses() throws IOException {
        List<Access> accesses = new ArrayList<>();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            accesses.add(new Access(version(), version(), ports(), signs(), in.readUTF(), signs(), paths()));
        }
        return accesses;
    }

    private List<Integer> ports() throws IOException {
        List<Integer> ports = new ArrayList<>();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            ports.add(in.readUnsignedShort());
        }
        return ports;
    }

    private List<AccessSign> signs() throws IOException {
        List<AccessSign> signs = new ArrayList<>();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            signs.add(new AccessSign(in.readUnsignedByte(), in.readUTF(), in.readUTF()));
        }
        return signs;
    }

    private RuntimeFacts runtime() throws IOException {
        return new RuntimeFacts(
                paths(), paths(), paths(), shm(), user(), version(), in.readUTF(), texts(), hostSizing(), memory());
    }

    private @Nullable ShmNeed shm() throws IOException {
        return in.readBoolean() ? new ShmNeed(new ByteSize(in.readLong()), in.readUTF(), texts()) : null;
    }

    private @Nullable ImageUser user() throws IOException {
        String name = in.readUTF();
        int id = in.readInt();
        return name.isEmpty() ? null : new ImageUser(name, id < 0 ? OptionalInt.empty() : OptionalInt.of(id));
    }

    private @Nullable HostSizing hostSizing() throws IOException {
        return in.readBoolean() ? new HostSizing(version(), version(), in.readUTF(), settings(), paths()) : null;
    }

    private List<MemorySetting> memory() throws IOException {
        List<MemorySetting> memory = new ArrayList<>();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            memory.add(new MemorySetting(MemoryUnit.of(in.readUTF()).orElseThrow(), settings()));
        }
        return memory;
    }

    private List<ContainerPath> paths() throws IOException {
        List<ContainerPath> paths = new ArrayList<>();
        for (String path : texts()) {
            paths.add(new ContainerPath(path));
        }
        return paths;
    }

    private TagVersion version() throws IOException {
        return new TagVersion(in.readInt(), in.readInt());
    }

    private List<DataFact> data() throws IOException {
        List<DataFact> facts = new ArrayList<>();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            facts.add(new DataFact(
                    version(), version(), in.readUTF(), in.readUTF(), settings(), paths(), in.readBoolean()));
        }
        return facts;
    }

    private List<ImageSetting> settings() throws IOException {
        List<ImageSetting> settings = new ArrayList<>();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            settings.add(new ImageSetting(in.readBoolean(), in.readUTF(), in.readUTF()));
        }
        return settings;
    }

    private List<Condition> conditions() throws IOException {
        List<Condition> conditions = new ArrayList<>();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            conditions.add(new Condition(in.readUTF(), in.readUTF()));
        }
        return conditions;
    }

    private List<Signal> signals() throws IOException {
        List<Signal> signals = new ArrayList<>();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            signals.add(new Signal(texts(), sequences()));
        }
        return signals;
    }

    private List<List<String>> sequences() throws IOException {
        List<List<String>> sequences = new ArrayList<>();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            sequences.add(texts());
        }
        return sequences;
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
