package dev.plimsoll.dockerrun;

import dev.plimsoll.model.Change;
import dev.plimsoll.model.ChangeWriter;

/** Makes the writers of changes for what a command asks for. A reader hands them to the model and knows no more of them. */
public interface ChangeWriters {
    /** The writer for the container that a command asks for. */
    ChangeWriter<Change.OfContainer> container(DockerCommand command);

    /** The writer for the volume that a command creates. */
    ChangeWriter<Change.OfResource> volume(DockerCommand command);
}
