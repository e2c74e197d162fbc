package dev.plimsoll.suppress;

import dev.plimsoll.dockerfile.DockerfileLayout;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;

/** The comments of Dockerfiles, all of them on lines of their own. */
final class DockerfileComments {
    private DockerfileComments() {}

    /** Those of a Dockerfile that stands alone, or whose places are told later. */
    static List<Comment> of(String text) {
        return of(List.of(whole(text)));
    }

    /** Those of Dockerfiles in other files, at their places there. */
    static List<Comment> of(List<Text> dockerfiles) {
        List<Comment> comments = new ArrayList<>(0);
        for (Text dockerfile : dockerfiles) {
            if (dockerfile.value().contains(Suppressions.MARKER)) {
                add(DockerfileLayout.of(dockerfile), comments);
            }
        }
        return comments;
    }

    private static void add(DockerfileLayout layout, List<Comment> comments) {
        for (Span comment : layout.comments()) {
            comments.add(new Comment(comment, true, List.of(comment, layout.subject(comment))));
        }
    }

    /** The instructions, in order. */
    static List<Span> instructions(String text) {
        return DockerfileLayout.of(whole(text)).instructions();
    }

    private static Text whole(String text) {
        return Text.verbatim(new Location(new SourceFile("", text), new Span(0, text.length())));
    }
}
