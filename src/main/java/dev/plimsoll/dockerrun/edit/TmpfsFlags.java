package dev.plimsoll.dockerrun.edit;

import dev.plimsoll.dockerrun.CreatedVolumes;
import dev.plimsoll.dockerrun.DockerCommand;
import dev.plimsoll.dockerrun.MountFlag;
import dev.plimsoll.dockerrun.MountFlag.MountField;
import dev.plimsoll.dockerrun.Option;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.TmpfsOption;
import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes changes of a tmpfs into the flag that asks for it, or into the command that creates its volume. */
final class TmpfsFlags {
    private static final String SIZE = "size";
    private static final String MODE = "mode";

    private final CommandEdits edits;

    TmpfsFlags(CommandEdits edits) {
        this.edits = edits;
    }

    /** The command that creates the volume of a tmpfs; null for a tmpfs of the container's own. */
    static @Nullable DockerCommand creationOf(TmpfsMount mount) {
        boolean created = mount.volume().isPresent() && mount.volume().get().handle() instanceof DockerCommand;
        return created ? (DockerCommand) mount.volume().get().handle() : null;
    }

    /** Writes an option, or puts another value in its place. */
    void set(TmpfsMount mount, String key, Optional<String> value) throws Refused {
        if (mount.declaration() == TmpfsMount.Declaration.LONG) {
            setField(mount, key, value);
            return;
        }
        String written = value.isPresent() ? key + "=" + value.get() : key;
        Option holder = holderOf(mount);
        int own = last(mount, key);
        if (own >= 0) {
            edits.replacePart(holder.holder(), part(holder, mount, own), written);
            return;
        }
        Text text = holder.text();
        boolean nothing = mount.options().isEmpty()
                || (mount.options().size() == 1
                        && mount.options().get(0).at().span().isEmpty());
        boolean volume = mount.declaration() == TmpfsMount.Declaration.VOLUME;
        if (!mount.options().isEmpty()) {
            int first = text.value().indexOf(volume ? '=' : ':') + 1;
            int at = key.equals(SIZE) ? first : text.length();
            edits.insertBehind(holder.holder(), text, at, options(written, nothing, key));
        } else if (volume) {
            edits.addOption(holder, holder.spelled(), "o=" + written);
        } else {
            edits.insertBehind(holder.holder(), text, text.length(), ":" + written);
        }
    }

    /** A new option before or behind the others: the size stands first. */
    private static String options(String written, boolean alone, String key) {
        return alone ? written : key.equals(SIZE) ? written + "," : "," + written;
    }

    /** {@code --mount} takes a size, a mode and whether it is read-only; nothing else of a tmpfs. */
    private void setField(TmpfsMount mount, String key, Optional<String> value) throws Refused {
        String field =
                switch (key) {
                    case SIZE -> MountFlag.TMPFS_SIZE;
                    case MODE -> MountFlag.TMPFS_MODE;
                    default -> throw new Refused("--mount has no field for " + key);
                };
        Option option = FlagParts.option(mount);
        MountField own = MountFlag.read(option.text()).last(field);
        String text = value.orElse("");
        if (own != null && own.value() != null) {
            edits.replacePart(option.holder(), own.value(), text);
        } else {
            edits.insertBehind(option.holder(), option.text(), option.text().length(), "," + field + "=" + text);
        }
    }

    void remove(TmpfsMount mount, Located<TmpfsOption> option) throws Refused {
        List<Located<TmpfsOption>> options = mount.options();
        int index = index(mount, option);
        Option holder = holderOf(mount);
        if (mount.declaration() == TmpfsMount.Declaration.VOLUME && options.size() == 1) {
            edits.removeOption(holder);
            return;
        }
        Text text = holder.text();
        int from = start(text, mount, index);
        int to = from + option.value().length();
        boolean first = index == 0 && options.size() > 1;
        edits.replacePart(holder.holder(), FlagParts.withSeparator(text, from, to, first), "");
    }

    void rename(TmpfsMount mount, Located<TmpfsOption> option, String key) throws Refused {
        Optional<String> value = option.value().value();
        Option holder = holderOf(mount);
        String text = value.isPresent() ? key + "=" + value.get() : key;
        edits.replacePart(holder.holder(), part(holder, mount, index(mount, option)), text);
    }

    void replaceByVolume(Change.ReplaceByVolume change) throws Refused {
        TmpfsMount mount = change.mount();
        if (mount.declaration() == TmpfsMount.Declaration.VOLUME) {
            throw new Refused("the command that creates the volume decides it");
        }
        Option option = FlagParts.option(mount);
        if (!option.text().isLiteral()) {
            throw Refused.variable();
        }
        String volume = FlagParts.volumeName(change.volume());
        if (mount.declaration() == TmpfsMount.Declaration.LONG) {
            String value = "type=volume,source=" + volume + ",target=" + change.target();
            edits.replaceOption(option, "--mount", "--mount", value);
        } else {
            edits.replaceOption(option, "-v", "--volume", volume + ":" + change.target());
        }
    }

    void merge(TmpfsMount into, TmpfsMount removed) throws Refused {
        boolean plain = into.declaration() == TmpfsMount.Declaration.SHORT
                && removed.declaration() == TmpfsMount.Declaration.SHORT;
        if (!plain) {
            throw new Refused("they are written in different ways");
        }
        Option gone = FlagParts.option(removed);
        if (!gone.text().isLiteral()) {
            throw Refused.variable();
        }
        StringBuilder options = new StringBuilder();
        for (Located<TmpfsOption> option : removed.options()) {
            boolean there = false;
            for (Located<TmpfsOption> own : into.options()) {
                there |= own.value().equals(option.value());
            }
            if (!there && !option.at().span().isEmpty()) {
                options.append(options.length() == 0 && into.options().isEmpty() ? ':' : ',')
                        .append(option.at().text());
            }
        }
        if (options.length() > 0) {
            Option kept = FlagParts.option(into);
            edits.insertBehind(kept.holder(), kept.text(), kept.text().length(), options.toString());
        }
        edits.removeOption(gone);
    }

    /** The index of the last option of a key; -1 if there is none. */
    private static int last(TmpfsMount mount, String key) {
        int index = mount.options().size() - 1;
        while (index >= 0 && !mount.options().get(index).value().key().equals(key)) {
            index--;
        }
        return index;
    }

    private static int index(TmpfsMount mount, Located<TmpfsOption> option) throws Refused {
        int index = mount.options().indexOf(option);
        if (index < 0) {
            throw Refused.uneditable();
        }
        return index;
    }

    private static Text part(Option holder, TmpfsMount mount, int index) {
        int from = start(holder.text(), mount, index);
        return holder.text()
                .part(from, from + mount.options().get(index).value().length());
    }

    /** Where an option begins in the text that holds them all, one behind the comma of the other. */
    private static int start(Text text, TmpfsMount mount, int index) {
        char before = mount.declaration() == TmpfsMount.Declaration.VOLUME ? '=' : ':';
        int start = text.value().indexOf(before) + 1;
        for (Located<TmpfsOption> option : mount.options().subList(0, index)) {
            start += option.value().length() + 1;
        }
        return start;
    }

    /** The option that holds the mount options of a tmpfs: for a volume that of the command which creates it. */
    private static Option holderOf(TmpfsMount mount) throws Refused {
        if (mount.volume().isEmpty()) {
            return FlagParts.option(mount);
        }
        DockerCommand creation = creationOf(mount);
        Option o = creation == null ? null : CreatedVolumes.driverOption(creation, "o");
        o = o == null && creation != null ? creation.last("opt") : o;
        if (o == null) {
            throw new Refused("the volume is created in a way that cannot be edited");
        }
        return o;
    }
}
