package dev.plimsoll.dockerrun.edit;

import dev.plimsoll.dockerrun.CreatedVolumes;
import dev.plimsoll.dockerrun.DockerCommand;
import dev.plimsoll.dockerrun.Option;
import dev.plimsoll.dockerrun.edit.CommandEdits.RefusedException;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.ChangeWriter;
import java.util.Optional;

/** Writes changes of a volume into the command that creates it. */
final class VolumeWriter implements ChangeWriter {
    private final DockerCommand command;

    VolumeWriter(DockerCommand command) {
        this.command = command;
    }

    @Override
    public Optional<String> write(Change change, EditSink sink) {
        CommandEdits edits = new CommandEdits(command);
        try {
            if (change instanceof Change.SetDriverOption set) {
                set(set.key(), set.value(), edits);
            } else if (change instanceof Change.RenameDriverOption rename) {
                Option own = CreatedVolumes.driverOption(command, rename.key());
                if (own == null) {
                    throw new RefusedException("it is not written here");
                }
                edits.replacePart(own.holder(), own.text(), rename.name() + "=" + rename.value());
            } else if (change instanceof Change.RemoveDriverOption remove) {
                Option own = CreatedVolumes.driverOption(command, remove.key());
                if (own == null) {
                    throw new RefusedException("it is not written here");
                }
                edits.removeOption(own);
            } else {
                throw new RefusedException("a command has no place for it");
            }
        } catch (RefusedException e) {
            return Optional.of(e.reason());
        }
        return edits.writeTo(sink) ? Optional.empty() : Optional.of("its parts would have to be written at one place");
    }

    private void set(String key, String value, CommandEdits edits) throws RefusedException {
        Option own = CreatedVolumes.driverOption(command, key);
        if (own != null) {
            edits.replacePart(own.holder(), CreatedVolumes.setting(own), value);
            return;
        }
        Option other = command.last("opt");
        edits.addOption(other, other == null ? "--opt" : other.spelled(), key + "=" + value);
    }
}
