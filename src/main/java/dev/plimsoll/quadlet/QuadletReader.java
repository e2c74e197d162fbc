package dev.plimsoll.quadlet;

import dev.plimsoll.quadlet.UnitFile.Section;
import dev.plimsoll.quadlet.UnitFile.Setting;
import dev.plimsoll.shell.Continuation;
import dev.plimsoll.shell.Quote;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.Word;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .container} file with its drop-ins as the {@code podman run} that Quadlet makes of them. Words that are written nowhere stand at the
 * heading {@code [Container]}. Source: containers/podman pkg/systemd/quadlet/quadlet.go.
 */
public final class QuadletReader {
    private static final String CONTAINER = "Container";
    private static final String SERVICE = "Service";

    private final SourceFile file;
    private final Location heading;
    private final List<Setting> settings;
    private final List<Word> words = new ArrayList<>();
    private final List<Word> more = new ArrayList<>(0);
    private final List<Word> arguments = new ArrayList<>(0);
    private @Nullable Text image;

    private QuadletReader(SourceFile file, Location heading, List<Setting> settings) {
        this.file = file;
        this.heading = heading;
        this.settings = settings;
    }

    /**
     * The command of a unit and its drop-ins; none without a section {@code [Container]}. Each drop-in goes on where the one
     * before ends: of a key that has one value the last counts, lists grow, and an empty value takes back what is above.
     *
     * @param dropIns in the order in which they are merged
     */
    public static List<ShellCommand> read(SourceFile file, List<SourceFile> dropIns) {
        List<Setting> settings = new ArrayList<>();
        Section container = null;
        List<SourceFile> files = new ArrayList<>(List.of(file));
        files.addAll(dropIns);
        for (SourceFile part : files) {
            UnitFile unit = UnitFile.of(part);
            settings.addAll(unit.settings());
            for (Section section : unit.sections()) {
                container = container == null && section.name().equals(CONTAINER) ? section : container;
            }
        }
        return container == null ? List.of() : List.of(new QuadletReader(file, container.at(), settings).command());
    }

    private ShellCommand command() {
        made("podman");
        made("run");
        if (last(CONTAINER, "ContainerName") == null) {
            made("--name");
            made("systemd-" + file.name().substring(0, Math.max(0, file.name().lastIndexOf('.'))));
        }
        // what Quadlet passes whatever the file says, and what systemd does in place of podman
        made("--rm");
        unknown("--restart");
        for (int i = 0; i < settings.size(); i++) {
            Setting setting = settings.get(i);
            if (setting.section().equals(CONTAINER) && !isReset(i)) {
                container(setting);
            }
        }
        service();
        words.addAll(more);
        if (image == null) {
            words.add(new Word(nothing(), heading, Quote.NONE));
        } else {
            words.add(new Word(image, image.location(), Quote.NONE));
        }
        words.addAll(arguments);
        Location whole = new Location(file, new Span(0, file.text().length()));
        return new ShellCommand(words, List.of(), Continuation.UNIT, whole);
    }

    /** Whether a later empty value of the same key takes it back. */
    private boolean isReset(int index) {
        Setting setting = settings.get(index);
        if (setting.value().isEmpty()) {
            return true;
        }
        for (Setting later : settings.subList(index + 1, settings.size())) {
            if (later.value().isEmpty()
                    && later.name().equals(setting.name())
                    && later.section().equals(setting.section())) {
                return true;
            }
        }
        return false;
    }

    private void container(Setting setting) {
        switch (setting.name()) {
            case "Image" -> image = isUnit(setting.value().value()) ? null : setting.value();
            case "PodmanArgs" -> more.addAll(cut(setting.value()));
            case "Exec" -> {
                arguments.clear();
                arguments.addAll(cut(setting.value()));
            }
            default -> {
                QuadletKeys.Key key = QuadletKeys.named(setting.name());
                if (key != null) {
                    flag(key, setting);
                }
            }
        }
    }

    /** Whether an image is what another unit pulls or builds. */
    private static boolean isUnit(String image) {
        return image.endsWith(".image") || image.endsWith(".build");
    }

    private void flag(QuadletKeys.Key key, Setting setting) {
        String flag = "--" + key.flag();
        switch (key.cut()) {
            case LINE -> option(flag, setting, prefixed(key, setting.value()));
            case WORDS -> {
                for (Word word : cut(setting.value())) {
                    words.add(Word.standingFor(flag, setting.key()));
                    words.add(new Word(prefixed(key, word.text()), word.at(), word.quote()));
                }
            }
            case BOOLEAN -> words.add(Word.standingFor(flag + "=" + isOn(setting), whole(setting)));
            case TRUE -> {
                if (isOn(setting)) {
                    option(
                            flag,
                            setting,
                            Word.standingFor(key.prefix(), setting.value().location())
                                    .text());
                }
            }
        }
    }

    private void option(String flag, Setting setting, Text value) {
        words.add(Word.standingFor(flag, setting.key()));
        words.add(new Word(value, setting.value().location(), Quote.NONE));
    }

    /**
     * What the service may use bounds the container, whose control group lies below the service's. Swap is not counted
     * together with memory there, and not limited unless that is written. Source: systemd.resource-control(5);
     * podman-systemd.unit(5) on CgroupsMode.
     */
    private void service() {
        if (last(SERVICE, "CPUQuota") != null) {
            unknown("--cpus");
        }
        Setting memory = last(SERVICE, "MemoryMax");
        Setting mode = last(CONTAINER, "CgroupsMode");
        boolean split = mode == null || mode.value().value().equals("split");
        if (memory == null || !split || last(CONTAINER, "Memory") != null) {
            return;
        }
        String written = memory.value().value();
        if (written.equals("infinity")) {
            return;
        }
        Setting swap = last(SERVICE, "MemorySwapMax");
        boolean known = !written.endsWith("%");
        words.add(Word.standingFor("--memory", memory.key()));
        words.add(new Word(known ? memory.value() : nothing(), memory.value().location(), Quote.NONE));
        words.add(Word.standingFor("--memory-swap", heading));
        boolean none = known && swap != null && swap.value().value().equals("0");
        words.add(none ? Word.standingFor(written, heading) : new Word(nothing(), heading, Quote.NONE));
    }

    private @Nullable Setting last(String section, String name) {
        Setting found = null;
        for (Setting setting : settings) {
            if (setting.section().equals(section) && setting.name().equals(name)) {
                found = setting.value().isEmpty() ? null : setting;
            }
        }
        return found;
    }

    /** Whether a switch is on. Source: systemd.syntax(7). */
    private static boolean isOn(Setting setting) {
        return switch (setting.value().value()) {
            case "1", "yes", "true", "on" -> true;
            default -> false;
        };
    }

    private static Location whole(Setting setting) {
        return new Location(
                setting.key().file(),
                new Span(
                        setting.key().span().start(),
                        setting.value().location().span().end()));
    }

    /** A word that the file does not have. */
    private void made(String word) {
        words.add(Word.standingFor(word, heading));
    }

    /** An option of which only systemd knows the value. */
    private void unknown(String flag) {
        made(flag);
        words.add(new Word(nothing(), heading, Quote.NONE));
    }

    private Text nothing() {
        return Text.builder(heading.file(), heading.span().start())
                .unknown(heading.span())
                .build();
    }

    private static Text prefixed(QuadletKeys.Key key, Text value) {
        if (key.prefix().isEmpty()) {
            return value;
        }
        int start = value.location().span().start();
        Text.Builder text = Text.builder(value.file(), start);
        for (int i = 0; i < key.prefix().length(); i++) {
            text.written(key.prefix().charAt(i), start, start);
        }
        for (int i = 0; i < value.length(); i++) {
            text.copy(value, i);
        }
        return text.build();
    }

    /** The words of a value: quotes hold blanks together, a backslash takes its meaning from one sign. */
    private List<Word> cut(Text value) {
        List<Word> found = new ArrayList<>(2);
        String text = value.value();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == ' ' || text.charAt(i) == '\t') {
                i++;
                continue;
            }
            int start = i;
            char quote = 0;
            boolean quoted = false;
            Text.Builder word = Text.builder(
                    value.file(), value.part(i, i).location().span().start());
            while (i < text.length() && (quote != 0 || (text.charAt(i) != ' ' && text.charAt(i) != '\t'))) {
                char c = text.charAt(i);
                if (c == '\\' && i + 1 < text.length()) {
                    quoted = true;
                    i++;
                    word.copy(value, i);
                } else if (quote == 0 && (c == '"' || c == '\'')) {
                    quote = c;
                    quoted = true;
                } else if (c == quote) {
                    quote = 0;
                } else {
                    word.copy(value, i);
                }
                i++;
            }
            found.add(new Word(word.build(), value.part(start, i).location(), quoted ? Quote.MIXED : Quote.NONE));
        }
        return found;
    }
}
