package dev.plimsoll.suppress;

import dev.plimsoll.dockerfile.DockerfileLayout;
import dev.plimsoll.host.CommentSyntax;
import dev.plimsoll.host.DockerfileText;
import dev.plimsoll.host.Embedded;
import dev.plimsoll.host.HostKind;
import dev.plimsoll.host.Hosts;
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
        List<Comment> comments = new ArrayList<>(0);
        add(whole(text), comments);
        return comments;
    }

    /** Those of Dockerfiles in other files, at their places there. */
    static List<Comment> of(List<DockerfileText> dockerfiles) {
        List<Comment> comments = new ArrayList<>(0);
        for (DockerfileText dockerfile : dockerfiles) {
            add(dockerfile.content(), comments);
        }
        return comments;
    }

    private static void add(Text dockerfile, List<Comment> comments) {
        if (!dockerfile.value().contains(Suppressions.MARKER)) {
            return;
        }
        DockerfileLayout layout = DockerfileLayout.of(dockerfile);
        for (Span comment : layout.comments()) {
            comments.add(new Comment(comment, true, List.of(comment, layout.subject(comment))));
        }
    }

    /** The instructions, in order. */
    static List<Span> instructions(String text) {
        return DockerfileLayout.of(whole(text)).instructions();
    }

    /** The instructions of the Dockerfiles that a script writes, in order. */
    static List<Span> written(SourceFile file, CommentSyntax syntax) {
        List<Span> instructions = new ArrayList<>(0);
        boolean writes = syntax == CommentSyntax.SHELL && file.text().contains("<<");
        for (DockerfileText dockerfile : (writes ? Hosts.read(file, HostKind.SHELL) : Embedded.NOTHING).dockerfiles()) {
            instructions.addAll(DockerfileLayout.of(dockerfile.content()).instructions());
        }
        return instructions;
    }

    /** Whether a shell that fills in a here-document leaves a text as it is. */
    static boolean isPlain(String reason) {
        return reason.indexOf('$') < 0 && reason.indexOf('`') < 0 && reason.indexOf('\\') < 0;
    }

    private static Text whole(String text) {
        return Text.verbatim(new Location(new SourceFile("", text), new Span(0, text.length())));
    }
}
