package dev.plimsoll.knowledge;

import dev.plimsoll.model.ContainerPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container of an image needs and does, apart from the data it keeps.
 *
 * @param writable directories that it must write, apart from its data
 * @param content directories in which the image brings files
 * @param workspaces directories in which programs are built or run
 * @param shm shared memory that it needs; null if the default will do
 * @param user whom it runs as; null for root, and if that is not known
 * @param userSince the first version of which the user is known
 * @param fileForm how the name of a variable's file form is made, {@code {name}} standing for the variable
 * @param fileVariables variables that have a file form; a star at the end stands for anything
 * @param hostSizing how it sizes itself by the host's memory; null if it does not
 * @param memory how it is told an amount of memory
 */
record RuntimeFacts(
        List<ContainerPath> writable,
        List<ContainerPath> content,
        List<ContainerPath> workspaces,
        @Nullable ShmNeed shm,
        @Nullable ImageUser user,
        TagVersion userSince,
        String fileForm,
        List<String> fileVariables,
        @Nullable HostSizing hostSizing,
        List<MemorySetting> memory) {}
