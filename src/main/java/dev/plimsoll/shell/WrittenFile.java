package dev.plimsoll.shell;

import dev.plimsoll.source.Text;

/**
 * A file that a script writes with a here-document, {@code cat > compose.yaml <<'EOF'}, {@code tee compose.yaml <<EOF}, or
 * hands to a build as its Dockerfile: {@code docker build - <<EOF}.
 *
 * @param name the file as the script names it; {@link #DOCKERFILE} or {@link #CONTAINERFILE} where it names
 *     none
 * @param content the lines of the here-document, without the tabs that {@code <<-} takes off them
 * @param literal whether the shell leaves them as they are, and puts nothing in place of {@code $X}
 * @param tabs whether the shell takes tabs off
 */
public record WrittenFile(Text name, Text content, boolean literal, boolean tabs) {
    /** What Docker calls the file of a build. */
    static final String DOCKERFILE = "Dockerfile";

    /** What Podman calls it. */
    static final String CONTAINERFILE = "Containerfile";
}
