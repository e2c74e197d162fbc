package dev.plimsoll.dockerrun.edit;

import dev.plimsoll.dockerrun.DockerCommand;
import dev.plimsoll.dockerrun.Option;
import dev.plimsoll.edit.Refused;
import dev.plimsoll.shell.Quote;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import org.jspecify.annotations.Nullable;

/** Edits of a list of strings in JSON, in which each word has its quotes: {@code "runArgs": ["--memory", "2g"]}. */
final class JsonEdits extends CommandEdits {
    JsonEdits(DockerCommand command) {
        super(command);
    }

    /** Writes an option behind another one of the list; an empty list, or none, is left to the user. */
    @Override
    void addOption(@Nullable Option beside, String flag, String value) throws Refused {
        requirePlain(flag + value, Quote.DOUBLE);
        Option neighbor = beside != null && isListed(beside) ? beside : lastListed();
        if (neighbor == null) {
            throw Refused.noPlace();
        }
        Location at = neighbor.at();
        boolean equals = neighbor.style() == Option.Style.EQUALS && flag.startsWith("--");
        plan().add(new Edit(new Location(at.file(), Span.at(at.span().end())), ", " + listed(flag, value, equals)));
    }

    @Override
    void removeOption(Option option) throws Refused {
        throw Refused.uneditable();
    }

    @Override
    void replaceOption(Option option, String shortFlag, String longFlag, String value) throws Refused {
        requireRemovable(option);
        requirePlain(value, Quote.DOUBLE);
        if (!isListed(option)) {
            throw Refused.uneditable();
        }
        boolean equals = option.style() == Option.Style.EQUALS;
        plan().add(new Edit(option.at(), listed(equals ? longFlag : shortFlag, value, equals)));
    }

    @Override
    void replaceRaw(Location at, String text) throws Refused {
        throw Refused.uneditable();
    }

    private static String listed(String flag, String value, boolean equals) {
        String separator = equals ? "=" : "\", \"";
        return '"' + flag + (value.isEmpty() ? "" : separator + value) + '"';
    }

    private @Nullable Option lastListed() {
        Option last = null;
        for (Option option : command().options()) {
            last = isListed(option) ? option : last;
        }
        return last;
    }

    /** Whether it is written as a flag, and no other property stands for it. */
    private static boolean isListed(Option option) {
        return option.word().at().text().startsWith("\"-");
    }
}
