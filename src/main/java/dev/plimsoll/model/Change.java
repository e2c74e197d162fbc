package dev.plimsoll.model;

/** A change that a rule asks for, in the words of the model. The container's writer knows its syntax. */
public sealed interface Change {
    /** Set the memory limit where it is set now, or where this file sets such limits. */
    record SetMemoryLimit(ByteSize size) implements Change {}

    /** Set the memory reservation where it is set now. */
    record SetMemoryReservation(ByteSize size) implements Change {}

    /** Set the limit of memory and swap together. */
    record SetSwapLimit(ByteSize total) implements Change {}

    /** Limit memory, and memory and swap together, to the same size where neither is limited. */
    record LimitMemoryWithoutSwap(ByteSize size) implements Change {}

    /** Set or replace a tmpfs's size. */
    record SetTmpfsSize(TmpfsMount mount, ByteSize size) implements Change {}

    /** Respell a tmpfs's mode as an octal number. */
    record SetTmpfsMode(TmpfsMount mount, int bits) implements Change {}

    /** Remove a mount option of a tmpfs together with its comma. */
    record RemoveTmpfsOption(TmpfsMount mount, Located<TmpfsOption> option) implements Change {}

    /** Give a mount option of a tmpfs another key. */
    record RenameTmpfsOption(TmpfsMount mount, Located<TmpfsOption> option, String key) implements Change {}

    /** Write a service's limit into the {@code deploy.resources} block beside it that lacks it. */
    record CopyLimitIntoDeploy(LimitPair pair) implements Change {}

    /** Declare a volume at the top of the file. */
    record DeclareVolume(String volume) implements Change {}

    /** Mount a named volume in place of a tmpfs, at a path, and declare the volume. */
    record ReplaceByVolume(TmpfsMount mount, String volume, String target) implements Change {}
}
