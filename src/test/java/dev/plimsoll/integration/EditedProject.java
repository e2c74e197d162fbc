package dev.plimsoll.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the sessions of real editors open, type in and fix: each of them the same. */
final class EditedProject {
    private static final String COMPOSE = """
            services:
              db:
                image: postgres:16
                mem_limit: 2g
                tmpfs:
                  - /scratch
                  - /cache:size=512mb
                volumes:
                  - data:/var/lib/postgresql/data
            volumes:
              data:
            """;

    private EditedProject() {}

    /** Its directory, which holds {@code compose.yaml}. */
    static Path in(Path temporary) throws IOException {
        Path project = Files.createDirectory(temporary.toRealPath().resolve("project"));
        Files.writeString(project.resolve("compose.yaml"), COMPOSE);
        return project;
    }
}
