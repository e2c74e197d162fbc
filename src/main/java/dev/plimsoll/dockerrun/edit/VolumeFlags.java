package dev.plimsoll.dockerrun.edit;

import dev.plimsoll.dockerrun.Grammar;
import dev.plimsoll.dockerrun.MountFlag;
import dev.plimsoll.dockerrun.MountFlag.MountField;
import dev.plimsoll.dockerrun.Option;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.model.VolumeSyntax;
import dev.plimsoll.source.Text;
import java.util.List;

/** Writes changes of a volume or bind into its {@code -v} or {@code --mount}. */
final class VolumeFlags {
    private final CommandEdits edits;

    VolumeFlags(CommandEdits edits) {
        this.edits = edits;
    }

    /** Writes another name of a field of {@code --mount}. */
    void renameField(Mount mount, Located<String> setting, String name) throws Refused {
        edits.replacePart(
                FlagParts.option(mount).holder(), field(mount, setting).name(), name.replace('.', '-'));
    }

    /** Writes another place in the container. */
    void setTarget(Mount mount, String target) throws Refused {
        Option option = FlagParts.option(mount);
        edits.replacePart(option.holder(), FlagParts.target(option), target);
    }

    /** Writes a name in place of the letter that the place in the container begins with. */
    void renameOneLetter(Mount mount, String name) throws Refused {
        Option option = FlagParts.option(mount);
        edits.replacePart(option.holder(), FlagParts.target(option).part(0, 1), name);
    }

    void removeField(Mount mount, Located<String> setting) throws Refused {
        Option option = FlagParts.option(mount);
        MountField field = field(mount, setting);
        Text text = option.text();
        int from = FlagParts.indexOf(text, field.whole());
        int to = from + field.whole().length();
        edits.replacePart(option.holder(), FlagParts.withSeparator(text, from, to, from == 0), "");
    }

    private static MountField field(Mount mount, Located<String> setting) throws Refused {
        for (MountField field : MountFlag.read(FlagParts.option(mount).text()).fields()) {
            if (field.name().location().equals(setting.at())) {
                return field;
            }
        }
        throw Refused.uneditable();
    }

    void replaceOption(Mount mount, Located<String> option, String word) throws Refused {
        Option holder = FlagParts.option(mount);
        List<Text> parts = VolumeSyntax.parts(holder.text());
        if (holder.flag().grammar() != Grammar.VOLUME || parts.size() < 3) {
            throw new Refused("it is written in the long form");
        }
        Text words = parts.get(2);
        int before = holder.text().length() - words.length();
        for (int from = 0; from <= words.length(); ) {
            int comma = words.value().indexOf(',', from);
            int to = comma < 0 ? words.length() : comma;
            if (words.part(from, to).location().equals(option.at())) {
                if (!word.isEmpty()) {
                    edits.replacePart(holder.holder(), words.part(from, to), word);
                    return;
                }
                boolean first = from == 0 && to < words.length();
                Text cut = FlagParts.withSeparator(holder.text(), before + from, before + to, first);
                edits.replacePart(holder.holder(), cut, "");
                return;
            }
            from = to + 1;
        }
        throw Refused.uneditable();
    }

    void setSource(Mount mount, String source) throws Refused {
        Option option = FlagParts.option(mount);
        boolean sourced = mount instanceof BindMount
                || (mount instanceof VolumeMount volume && volume.source().isPresent());
        Text written = sourced ? FlagParts.source(option) : null;
        if (written == null) {
            throw new Refused("it has no source");
        }
        if (!written.value().equals(source)) {
            edits.replacePart(option.holder(), written, source);
        }
        if (mount instanceof VolumeMount && option.flag().grammar() != Grammar.VOLUME && source.indexOf('/') >= 0) {
            makeBind(option);
        }
    }

    /** The type of {@code --mount} is never told from the source: a path in place of a name needs another type. */
    private void makeBind(Option option) throws Refused {
        MountFlag flag = MountFlag.read(option.text());
        for (MountField field : flag.fields()) {
            if (!MountFlag.belongs(field.key(), MountFlag.BIND)) {
                throw new Refused("a bind mount does not take " + field.name().value());
            }
        }
        MountField type = flag.last("type");
        Text own = type == null ? null : type.value();
        if (own != null) {
            edits.replacePart(option.holder(), own, MountFlag.BIND);
        } else if (type == null) {
            edits.insertBehind(option.holder(), option.text(), 0, "type=" + MountFlag.BIND + ",");
        } else {
            throw new Refused("its type is written without a value");
        }
    }

    void nameVolume(VolumeMount mount, String volume) throws Refused {
        Option option = FlagParts.option(mount);
        Text text = option.text();
        if (option.flag().grammar() == Grammar.VOLUME) {
            if (!text.isLiteral()) {
                throw Refused.variable();
            }
            edits.insertBehind(option.holder(), text, 0, volume + ":");
            return;
        }
        MountField target = MountFlag.read(text).last("target", "dst", "destination");
        if (target == null) {
            throw Refused.uneditable();
        }
        int from = FlagParts.indexOf(text, target.whole());
        edits.insertBehind(option.holder(), text, from, "source=" + volume + ",");
    }

    /** Mounts a volume beside the others. */
    void addVolume(String volume, String target) throws Refused {
        Option other = edits.command().last("volume");
        String flag = other == null ? "-v" : other.spelled();
        edits.addOption(other, flag, volume + ":" + target);
    }
}
