package dev.plimsoll.shell;

import dev.plimsoll.source.Text;

/**
 * A file that a script writes with a here-document: {@code cat > compose.yaml <<'EOF'}, {@code tee compose.yaml <<EOF}.
 *
 * @param name the file as the script names it
 * @param content the lines of the here-document
 * @param literal whether the shell leaves them as they are, and puts nothing in place of {@code $X}
 */
public record WrittenFile(Text name, Text content, boolean literal) {}
