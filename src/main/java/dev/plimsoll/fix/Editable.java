package dev.plimsoll.fix;

import dev.plimsoll.source.SourceFile;
import java.util.Optional;

/** Which files may be changed. */
public interface Editable {
    /** Why a file must stay as it is, for messages: lower case, no final period; empty if it may be changed. */
    Optional<String> refusal(SourceFile file);
}
