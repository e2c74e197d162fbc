package dev.plimsoll.suppress;

import dev.plimsoll.host.ComposeDocument;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The comments of Compose documents that a script writes into files, at their places in the script. */
final class DocumentComments {
    private DocumentComments() {}

    static List<Comment> of(List<ComposeDocument> documents) {
        List<Comment> comments = new ArrayList<>(0);
        for (ComposeDocument document : documents) {
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
