package dev.plimsoll.dockerrun.edit;

import dev.plimsoll.dockerrun.Grammar;
import dev.plimsoll.dockerrun.MountFlag;
import dev.plimsoll.dockerrun.Option;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.VolumeSyntax;
import dev.plimsoll.source.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flags that declare mounts, and the parts of their values. */
final class FlagParts {
    private FlagParts() {}

    /** The flag that declares a mount. */
    static Option option(Mount mount) throws Refused {
        if (mount.handle() instanceof Option option && option.value() != null) {
            return option;
        }
        throw Refused.uneditable();
    }

    /** Where in the container, in the value of a flag that declares a mount. */
    static Text target(Option option) throws Refused {
        Text text = option.text();
        if (option.flag().grammar() == Grammar.VOLUME) {
            List<Text> parts = VolumeSyntax.parts(text);
            return parts.get(parts.size() == 1 ? 0 : 1);
        }
        if (option.flag().grammar() == Grammar.MOUNT) {
            Text target = MountFlag.read(text).target();
            if (target == null) {
                throw Refused.uneditable();
            }
            return target;
        }
        int colon = text.value().indexOf(':');
        return colon < 0 ? text : text.part(0, colon);
    }

    /** What is mounted, in the value of a flag that declares a mount; null if that is not written. */
    static @Nullable Text source(Option option) {
        if (option.flag().grammar() == Grammar.VOLUME) {
            List<Text> parts = VolumeSyntax.parts(option.text());
            return parts.size() == 1 ? null : parts.get(0);
        }
        return MountFlag.read(option.text()).source();
    }

    /** A part of a value with the comma or colon before it; the first of several takes the comma behind it. */
    static Text withSeparator(Text text, int from, int to, boolean first) throws Refused {
        if (first ? to >= text.length() : from == 0) {
            throw Refused.quoted();
        }
        return first ? text.part(from, to + 1) : text.part(from - 1, to);
    }

    /** The index of a field of {@code --mount} in its value: quotes may stand between the commas. */
    static int indexOf(Text text, Text field) throws Refused {
        int offset = field.location().span().start();
        for (int i = 0; i < text.length(); i++) {
            if (text.span(i, i + 1).start() == offset) {
                return i;
            }
        }
        throw Refused.variable();
    }

    /** A name that the engine takes for a volume: the container may be called after its image. */
    static String volumeName(String wanted) throws Refused {
        String base = wanted.substring(wanted.lastIndexOf('/') + 1);
        StringBuilder name = new StringBuilder(base.length());
        for (int i = 0; i < base.length(); i++) {
            char c = base.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean joint = c == '_' || c == '.' || c == '-';
            if (letter || (joint && name.length() > 0)) {
                name.append(c);
            } else if (c == ':' || c == '@') {
                name.append('-');
            } else {
                throw Refused.name();
            }
        }
        if (name.length() < 2) {
            throw Refused.name();
        }
        return name.toString();
    }
}
