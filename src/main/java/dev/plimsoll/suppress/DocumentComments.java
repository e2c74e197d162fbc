package dev.plimsoll.suppress;

import dev.plimsoll.host.ComposeDocument;
import dev.plimsoll.host.Embedded;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The comments of Compose documents and Dockerfiles that a script writes into files, at their places in the script. */
final class DocumentComments {
    private DocumentComments() {}

    static List<Comment> of(Embedded embedded) {
        List<Comment> comments = DockerfileComments.of(embedded.dockerfiles());
        for (ComposeDocument document : embedded.composeDocuments()) {
            YamlComments yaml = YamlComments.of(new SourceFile("", document.content()));
            int start = document.at().span().start();
            for (Comment comment : yaml == null ? List.<Comment>of() : yaml.all()) {
                List<Span> covered = new ArrayList<>();
                for (Span span : comment.covered()) {
                    covered.add(moved(span, start));
                }
                comments.add(new Comment(moved(comment.at(), start), comment.ownLine(), covered));
            }
        }
        return comments;
    }

    private static Span moved(Span span, int by) {
        return new Span(span.start() + by, span.end() + by);
    }
}
