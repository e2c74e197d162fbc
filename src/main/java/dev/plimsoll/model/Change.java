package dev.plimsoll.model;

import java.util.List;
import java.util.Optional;

/** A change that a rule asks for, in the words of the model. The container's writer knows its syntax. */
public sealed interface Change {
    /** Set the memory limit where it is set now, or where this file sets such limits. */
    record SetMemoryLimit(ByteSize size) implements Change {}

    /** Set the memory reservation where it is set now. */
    record SetMemoryReservation(ByteSize size) implements Change {}

    /** Set the limit of memory and swap together. */
    record SetSwapLimit(ByteSize total) implements Change {}

    /** Give a misspelled size its proper spelling, where it stands. */
    record RespellSize(MisspelledSize written, ByteSize size) implements Change {}

    /** Write a swap limit of -1 without its quotes. */
    record UnquoteSwapLimit() implements Change {}

    /** Limit memory, and memory and swap together, to the same size where neither is limited. */
    record LimitMemoryWithoutSwap(ByteSize size) implements Change {}

    /** Set or replace a tmpfs's size. */
    record SetTmpfsSize(TmpfsMount mount, ByteSize size) implements Change {}

    /** Set a tmpfs's mode, or respell it, as an octal number. */
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

    /** Set a mount option of a tmpfs, or add it: {@code uid=1000}; without a value a flag such as {@code exec}. */
    record SetTmpfsOption(TmpfsMount mount, String key, Optional<String> value) implements Change {}

    /** Put the options of one tmpfs into another one at the same target, and remove it. */
    record MergeTmpfs(TmpfsMount into, TmpfsMount removed) implements Change {}

    /** Write a tmpfs of the short form in the long form, with the size and the read-only flag that it has. */
    record WriteLongForm(TmpfsMount mount) implements Change {}

    /** Remove a mount. */
    record RemoveMount(Mount mount) implements Change {}

    /** Remove a setting that a mount of this type does not take: one of {@link Mount#foreign()}. */
    record RemoveMountSetting(Mount mount, Located<String> setting) implements Change {}

    /** Give such a setting the name under which the mount's type takes it. */
    record RenameMountSetting(Mount mount, Located<String> setting, String name) implements Change {}

    /** Remove an option from the third part of a volume's short form. */
    record RemoveMountOption(Mount mount, Located<String> option) implements Change {}

    /** Give a volume or bind another source. */
    record SetMountSource(Mount mount, String source) implements Change {}

    /** Mount something elsewhere in the container. */
    record SetMountTarget(Mount mount, String target) implements Change {}

    /** Give an anonymous volume a name, and declare it. */
    record NameVolume(VolumeMount mount, String volume) implements Change {}

    /** Mount a named volume, and declare it. */
    record AddVolume(String volume, String target) implements Change {}

    /** Mount a tmpfs with these options at each of these paths. */
    record AddTmpfs(List<String> targets, List<String> options) implements Change {
        /** Copies the lists. */
        public AddTmpfs {
            targets = List.copyOf(targets);
            options = List.copyOf(options);
        }
    }

    /** Mount a volume by a name of more than one letter, in the short form that took the letter for a drive. */
    record RenameOneLetterVolume(VolumeMount mount, String name) implements Change {}

    /** Bound the log: the size of a file, such as {@code 10m}, and the number of files. */
    record LimitLog(String size, int files) implements Change {}

    /** Write a setting, in place of its value if it has one. */
    record SetSetting(Setting setting, String value) implements Change {}

    /** Remove a setting. */
    record RemoveSetting(Setting setting) implements Change {}

    /** Remove a declaration from the top of the file. */
    record RemoveResource(Resource resource) implements Change {}

    /** Write an option of a volume's driver, in place of its value if it has one. */
    record SetDriverOption(Resource volume, String key, String value) implements Change {}

    /** Give an option of a volume's driver another name and value. */
    record RenameDriverOption(Resource volume, String key, String name, String value) implements Change {}

    /** Remove an option of a {@code RUN --mount=type=tmpfs} together with its comma. */
    record RemoveBuildOption(BuildTmpfs mount, Located<TmpfsOption> option) implements Change {}

    /** Remove an option of a volume's driver. */
    record RemoveDriverOption(Resource volume, String key) implements Change {}

    /** Move the first words of the command before the image: flags of docker that were written behind it. */
    record MoveBeforeImage(int words) implements Change {}
}
