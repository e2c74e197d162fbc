package dev.plimsoll.dockerrun;

import dev.plimsoll.model.Change;
import dev.plimsoll.model.ChangeWriter;

/** Makes the writers of changes for what a command asks for. A reader hands them to the model and knows no more of them. */
public interface ChangeWriters {
    /**
     * The writer for the container that a command asks for.
     *
     * @param volumes what the commands of the same file create, since a change may belong there
     */
    ChangeWriter<Change.OfContainer> container(DockerCommand command, CreatedVolumes volumes);

    /** The writer for the volume that a command creates. */
    ChangeWriter<Change.OfResource> volume(DockerCommand command);
}
