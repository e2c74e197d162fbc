package dev.plimsoll.cli;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.SizeGrammar;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flag {@code --host-memory}. */
final class HostMemory {
    private static final String FLAG = "--host-memory";

    private HostMemory() {}

    static OptionSpec option() {
        return Help.single(FLAG, "SIZE", "the memory of the host that runs the containers, such as 8g");
    }

    /**
     * The size that was given; empty if none was.
     *
     * @throws UsageException if it is no size
     */
    static Optional<ByteSize> of(ParseResult parsed) throws UsageException {
        Optional<String> spelled = spelled(parsed);
        return spelled.isEmpty() ? Optional.empty() : SizeGrammar.docker(spelled.get());
    }

    /** The same as it was written. */
    static Optional<String> spelled(ParseResult parsed) throws UsageException {
        String text = parsed.matchedOptionValue(FLAG, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<ByteSize> size = SizeGrammar.docker(text);
        if (size.isEmpty() || size.get().bytes() == 0) {
            throw new UsageException(FLAG + " is a size such as 8g, not \"" + text + "\"");
        }
        return Optional.of(text);
    }
}
