package dev.plimsoll.model;

import java.util.List;
import java.util.Optional;

/**
 * A change that a rule asks for, in the words of the model. The container's writer knows its syntax.
 *
 * <p>Long because it is a list: a record for each kind of change, which the compiler asks writers to answer.
 */
public sealed interface Change {
    /** A change of what a container is asked to be. */
    sealed interface OfContainer extends Change {
        /** Calls the method of the visitor that is for this kind of change. */
        <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E;
    }

    /** A change of a declaration beside the containers. */
    sealed interface OfResource extends Change {
        /** Calls the method of the visitor that is for this kind of change. */
        <E extends Exception> void accept(ResourceVisitor<E> visitor) throws E;
    }

    /** A change of an instruction of a Dockerfile. */
    sealed interface OfBuild extends Change {}

    /**
     * Answers each kind of change of a container: one that nobody answers does not compile.
     *
     * @param <E> what is thrown where a change cannot be written
     */
    interface ContainerVisitor<E extends Exception> {
        void visit(SetMemoryLimit change) throws E;

        void visit(SetMemoryReservation change) throws E;

        void visit(SetSwapLimit change) throws E;

        void visit(RespellSize change) throws E;

        void visit(UnquoteSwapLimit change) throws E;

        void visit(LimitMemoryWithoutSwap change) throws E;

        void visit(SetTmpfsSize change) throws E;

        void visit(SetTmpfsMode change) throws E;

        void visit(RemoveTmpfsOption change) throws E;

        void visit(RenameTmpfsOption change) throws E;

        void visit(CopyLimitIntoDeploy change) throws E;

        void visit(DeclareVolume change) throws E;

        void visit(ReplaceByVolume change) throws E;

        void visit(SetTmpfsOption change) throws E;

        void visit(MergeTmpfs change) throws E;

        void visit(WriteLongForm change) throws E;

        void visit(RemoveMount change) throws E;

        void visit(RemoveMountSetting change) throws E;

        void visit(RenameMountSetting change) throws E;

        void visit(ReplaceMountOption change) throws E;

        void visit(SetMountSource change) throws E;

        void visit(SetMountTarget change) throws E;

        void visit(NameVolume change) throws E;

        void visit(AddVolume change) throws E;

        void visit(AddTmpfs change) throws E;

        void visit(RenameOneLetterVolume change) throws E;

        void visit(LimitLog change) throws E;

        void visit(SetSetting change) throws E;

        void visit(RemoveSetting change) throws E;

        void visit(AddItem change) throws E;

        void visit(ReplaceItem change) throws E;

        void visit(BindPorts change) throws E;

        void visit(MoveBeforeImage change) throws E;
    }

    /**
     * Answers each kind of change of a declaration.
     *
     * @param <E> what is thrown where a change cannot be written
     */
    interface ResourceVisitor<E extends Exception> {
        void visit(RemoveResource change) throws E;

        void visit(SetDriverOption change) throws E;

        void visit(RenameDriverOption change) throws E;

        void visit(RemoveDriverOption change) throws E;
    }

    /** Set the memory limit where it is set now, or where this file sets such limits. */
    record SetMemoryLimit(ByteSize size) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Set the memory reservation where it is set now. */
    record SetMemoryReservation(ByteSize size) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Set the limit of memory and swap together. */
    record SetSwapLimit(ByteSize total) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Give a misspelled size its proper spelling, where it stands. */
    record RespellSize(MisspelledSize written, ByteSize size) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Write a swap limit of -1 without its quotes. */
    record UnquoteSwapLimit() implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Limit memory, and memory and swap together, to the same size where neither is limited. */
    record LimitMemoryWithoutSwap(ByteSize size) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Set or replace a tmpfs's size. */
    record SetTmpfsSize(TmpfsMount mount, ByteSize size) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Set a tmpfs's mode, or respell it, as an octal number. */
    record SetTmpfsMode(TmpfsMount mount, int bits) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Remove a mount option of a tmpfs together with its comma. */
    record RemoveTmpfsOption(TmpfsMount mount, Located<TmpfsOption> option) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Give a mount option of a tmpfs another key. */
    record RenameTmpfsOption(TmpfsMount mount, Located<TmpfsOption> option, String key) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Write a service's limit into the {@code deploy.resources} block beside it that lacks it. */
    record CopyLimitIntoDeploy(LimitPair pair) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Declare a volume at the top of the file. */
    record DeclareVolume(String volume) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Mount a named volume in place of a tmpfs, at a path, and declare the volume. */
    record ReplaceByVolume(TmpfsMount mount, String volume, String target) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Set a mount option of a tmpfs, or add it: {@code uid=1000}; without a value a flag such as {@code exec}. */
    record SetTmpfsOption(TmpfsMount mount, String key, Optional<String> value) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Put the options of one tmpfs into another one at the same target, and remove it. */
    record MergeTmpfs(TmpfsMount into, TmpfsMount removed) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Write a tmpfs of the short form in the long form, with the size and the read-only flag that it has. */
    record WriteLongForm(TmpfsMount mount) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Remove a mount. */
    record RemoveMount(Mount mount) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Remove a setting that a mount of this type does not take: one of {@link Mount#foreign()}. */
    record RemoveMountSetting(Mount mount, Located<String> setting) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Give such a setting the name under which the mount's type takes it. */
    record RenameMountSetting(Mount mount, Located<String> setting, String name) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Write another word for an option in the third part of a volume's short form; the empty one takes it out. */
    record ReplaceMountOption(Mount mount, Located<String> option, String word) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Give a volume or bind another source, a name or a path. A volume with a path becomes a bind where its type is given. */
    record SetMountSource(Mount mount, String source) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Mount something elsewhere in the container. */
    record SetMountTarget(Mount mount, String target) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Give an anonymous volume a name, and declare it. */
    record NameVolume(VolumeMount mount, String volume) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Mount a named volume, and declare it. */
    record AddVolume(String volume, String target) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Mount a tmpfs with these options at each of these paths. */
    record AddTmpfs(List<String> targets, List<String> options) implements OfContainer {
        /** Copies the lists. */
        public AddTmpfs {
            targets = List.copyOf(targets);
            options = List.copyOf(options);
        }

        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Mount a volume by a name of more than one letter, in the short form that took the letter for a drive. */
    record RenameOneLetterVolume(VolumeMount mount, String name) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Bound the log: the size of a file, such as {@code 10m}, and the number of files. */
    record LimitLog(String size, int files) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Write a setting, in place of its value if it has one. */
    record SetSetting(Setting setting, String value) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Remove a setting. */
    record RemoveSetting(Setting setting) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Add an item to a setting that is a list. */
    record AddItem(Setting list, String item) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Write something else in place of an item of a setting that is a list; an empty text takes the item out. */
    record ReplaceItem(Setting list, Located<?> item, String text) implements OfContainer {
        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /**
     * Publish ports on one address of the host.
     *
     * @param ports the ports, each as it is written
     * @param address the address, of IPv4
     */
    record BindPorts(List<Located<Value<PortMapping>>> ports, String address) implements OfContainer {
        /** Copies the list. */
        public BindPorts {
            ports = List.copyOf(ports);
        }

        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Remove a declaration from the top of the file. */
    record RemoveResource(Resource resource) implements OfResource {
        @Override
        public <E extends Exception> void accept(ResourceVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Write an option of a volume's driver, in place of its value if it has one. */
    record SetDriverOption(Resource volume, String key, String value) implements OfResource {
        @Override
        public <E extends Exception> void accept(ResourceVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Give an option of a volume's driver another name and value. */
    record RenameDriverOption(Resource volume, String key, String name, String value) implements OfResource {
        @Override
        public <E extends Exception> void accept(ResourceVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /** Remove an option of a {@code RUN --mount=type=tmpfs} together with its comma. */
    record RemoveBuildOption(Located<TmpfsOption> option) implements OfBuild {}

    /** Write an option of a {@code RUN --mount=type=tmpfs} under another name, its value left as it is. */
    record RenameBuildOption(Located<TmpfsOption> option, String name) implements OfBuild {}

    /** Remove an option of a volume's driver. */
    record RemoveDriverOption(Resource volume, String key) implements OfResource {
        @Override
        public <E extends Exception> void accept(ResourceVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }

    /**
     * Move words of the command before the image: flags of docker that were written behind it.
     *
     * @param words their indices, ascending
     */
    record MoveBeforeImage(List<Integer> words) implements OfContainer {
        /** Copies the list. */
        public MoveBeforeImage {
            words = List.copyOf(words);
        }

        @Override
        public <E extends Exception> void accept(ContainerVisitor<E> visitor) throws E {
            visitor.visit(this);
        }
    }
}
