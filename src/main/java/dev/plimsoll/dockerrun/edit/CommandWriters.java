package dev.plimsoll.dockerrun.edit;

import dev.plimsoll.dockerrun.ChangeWriters;
import dev.plimsoll.dockerrun.DockerCommand;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.ChangeWriter;

/** The writers of changes into the words of docker commands. */
public final class CommandWriters implements ChangeWriters {
    @Override
    public ChangeWriter<Change.OfContainer> container(DockerCommand command) {
        return new DockerWriter(command);
    }

    @Override
    public ChangeWriter<Change.OfResource> volume(DockerCommand command) {
        return new VolumeWriter(command);
    }
}
