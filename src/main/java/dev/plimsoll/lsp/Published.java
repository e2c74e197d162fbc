package dev.plimsoll.lsp;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.Label;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.report.RulePages;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** The findings as the editor was told them: it is told again of a file only when they have changed. */
final class Published {
    /** Rules about what may be deleted, since nothing uses it; editors fade it. */
    private static final Set<String> UNNECESSARY =
            Set.of("shm-unused", "suppression-unused", "version-obsolete", "volume-unused");

    /** Rules about what Docker takes no longer, or not everywhere; editors strike it through. */
    private static final Set<String> DEPRECATED = Set.of("cgroup-v1-only", "version-obsolete");

    private static final String SOURCE = "plimsoll";

    private final Buffers buffers;
    private final Columns columns;
    private final boolean versions;
    private final Map<String, PublishDiagnosticsParams> told = new HashMap<>();

    /**
     * Nothing told yet.
     *
     * @param versions whether the editor wants to know of which version of a text findings are
     */
    Published(Buffers buffers, Columns columns, boolean versions) {
        this.buffers = buffers;
        this.columns = columns;
        this.versions = versions;
    }

    /** Tells what has changed: of open documents first. */
    void tell(Analyses analyses, LanguageClient client) {
        Map<File, List<Diagnostic>> found = new LinkedHashMap<>();
        for (Buffer buffer : buffers.all()) {
            found.put(buffer.file(), new ArrayList<>());
        }
        for (Analysis analysis : analyses.all()) {
            if (analyses.isShown(analysis)) {
                add(analysis, found);
            }
        }
        for (Map.Entry<File, List<InputError>> file : analyses.configErrors().entrySet()) {
            for (InputError error : file.getValue()) {
                add(file.getKey(), of(error), found);
            }
        }
        Set<String> current = new HashSet<>();
        for (Map.Entry<File, List<Diagnostic>> file : found.entrySet()) {
            Buffer buffer = buffers.of(file.getKey());
            String uri = buffers.uri(file.getKey());
            current.add(uri);
            PublishDiagnosticsParams params = new PublishDiagnosticsParams(uri, file.getValue());
            if (versions && buffer != null) {
                params.setVersion(buffer.version());
            }
            if (!params.equals(told.get(uri))) {
                boolean nothing = told.get(uri) == null
                        && buffer == null
                        && file.getValue().isEmpty();
                if (!nothing) {
                    client.publishDiagnostics(params);
                }
                told.put(uri, params);
            }
        }
        List<String> gone = new ArrayList<>(told.keySet());
        gone.removeAll(current);
        for (String uri : gone) {
            told.remove(uri);
            client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
        }
    }

    private void add(Analysis analysis, Map<File, List<Diagnostic>> found) {
        for (dev.plimsoll.diagnostic.Diagnostic diagnostic : analysis.diagnostics()) {
            add(file(analysis, diagnostic.finding().at().file()), of(analysis, diagnostic), found);
        }
        for (InputError error : analysis.errors()) {
            add(file(analysis, error.at().file()), of(error), found);
        }
    }

    private Diagnostic of(InputError error) {
        Diagnostic told = new Diagnostic(columns.range(error.at()), error.message());
        told.setSeverity(DiagnosticSeverity.Error);
        told.setSource(SOURCE);
        return told;
    }

    private static void add(File file, Diagnostic diagnostic, Map<File, List<Diagnostic>> found) {
        List<Diagnostic> own = found.computeIfAbsent(file, any -> new ArrayList<>());
        // two projects that share a file find the same in it
        if (!own.contains(diagnostic)) {
            own.add(diagnostic);
        }
    }

    private static File file(Analysis analysis, SourceFile source) {
        return FilePath.clean(FilePath.resolve(analysis.directory(), source.path()));
    }

    /** A finding as editors show it. */
    Diagnostic of(Analysis analysis, dev.plimsoll.diagnostic.Diagnostic diagnostic) {
        Finding finding = diagnostic.finding();
        String help = finding.help().isPresent() ? "\n" + finding.help().get() : "";
        Diagnostic told = new Diagnostic(columns.range(finding.at()), finding.message() + help);
        told.setSeverity(severity(diagnostic.severity()));
        told.setSource(SOURCE);
        told.setCode(diagnostic.rule());
        told.setCodeDescription(new DiagnosticCodeDescription(RulePages.url(diagnostic.rule())));
        List<DiagnosticTag> tags = new ArrayList<>();
        if (UNNECESSARY.contains(diagnostic.rule())) {
            tags.add(DiagnosticTag.Unnecessary);
        }
        if (DEPRECATED.contains(diagnostic.rule())) {
            tags.add(DiagnosticTag.Deprecated);
        }
        if (!tags.isEmpty()) {
            told.setTags(tags);
        }
        List<DiagnosticRelatedInformation> related = new ArrayList<>();
        for (Label label : finding.related()) {
            String uri = buffers.uri(file(analysis, label.at().file()));
            related.add(
                    new DiagnosticRelatedInformation(new Location(uri, columns.range(label.at())), label.message()));
        }
        if (!related.isEmpty()) {
            told.setRelatedInformation(related);
        }
        return told;
    }

    private static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFO -> DiagnosticSeverity.Information;
        };
    }
}
