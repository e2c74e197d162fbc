package dev.plimsoll.dockerrun;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.dockerrun.DockerCommand.UnknownFlag;
import dev.plimsoll.dockerrun.Refusals.Refusal;
import dev.plimsoll.shell.Continuation;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import java.util.List;
import java.util.Locale;

/** What is wrong with a command as it is written: unknown flags, values that are refused, paths without quotes. */
final class CommandChecks {
    private static final String UNKNOWN_FLAG = "run-unknown-flag";
    private static final String INVALID_VALUE = "run-invalid-value";
    private static final String UNQUOTED_PATH = "run-unquoted-path";

    /** Spellings of the working directory that a shell, or make before it, puts in place. */
    private static final String[] DIRECTORIES = {
        "$(pwd)", "$$(pwd)", "`pwd`", "${PWD}", "$${PWD}", "$PWD", "$$PWD", "$(PWD)", "$(CURDIR)", "${CURDIR}"
    };

    /** What the names of documentation and notes end with. */
    private static final String[] DOCUMENTATION = {
        ".md", ".markdown", ".mdown", ".mkd", ".mdx", ".adoc", ".asciidoc", ".asc", ".rst", ".txt"
    };

    private final DockerCommand command;
    private final boolean typed;
    private final List<RuleFinding> findings;

    /**
     * Checks of a command.
     *
     * @param typed whether it was given in words, and so is no sketch of one
     * @param findings takes what they find
     */
    CommandChecks(DockerCommand command, boolean typed, List<RuleFinding> findings) {
        this.command = command;
        this.typed = typed;
        this.findings = findings;
    }

    void run() {
        // podman takes flags and values that are not known here
        if (command.podman()) {
            lackingImage();
        } else {
            for (UnknownFlag flag : command.unknownFlags()) {
                unknownFlag(flag);
            }
            for (Refusal refusal : Refusals.of(command)) {
                if (!refusal.toldElsewhere() && !isSketch(refusal)) {
                    refused(refusal, "docker refuses the command");
                }
            }
            for (Refusal refusal : Refusals.byEngine(command)) {
                refused(refusal, "the engine refuses to create the container");
            }
        }
        if (command.shell().continuation() == Continuation.BACKSLASH) {
            for (Option option : command.options()) {
                unquoted(option);
            }
        }
    }

    /** That podman wants an image too; its client counts the words, as docker's does (cmd/podman/containers/run.go). */
    private void lackingImage() {
        boolean container = command.kind() != CommandKind.VOLUME_CREATE;
        if (typed && container && command.operand() == null && !command.isOpen() && command.error() == null) {
            add(
                    INVALID_VALUE,
                    finding(command.verb().at(), "image")
                            .says(command.called() + " lacks an image: podman refuses the command"));
        }
    }

    private Finding.Builder finding(Location at, String evidence) {
        Finding.Builder builder = Finding.at(at).evidence(evidence);
        Option name = command.last("name");
        if (name != null && name.text().isLiteral() && !name.text().isEmpty()) {
            return builder.container(name.text().value());
        }
        return command.operand() != null && command.kind() != CommandKind.VOLUME_CREATE
                ? builder.container(command.operand().at().text())
                : builder;
    }

    private void unknownFlag(UnknownFlag flag) {
        Location at = flag.word().at();
        int length = Math.min(flag.name().length(), at.span().length());
        Location place = at.text().startsWith(flag.name())
                ? new Location(at.file(), new Span(at.span().start(), at.span().start() + length))
                : at;
        Flag meant = SimilarFlag.of(flag.name(), command.kind());
        String hint = meant == null
                ? ""
                : " (did you mean "
                        + (flag.name().startsWith("--") || meant.shortName() == 0
                                ? meant.written()
                                : "-" + meant.shortName())
                        + "?)";
        add(
                UNKNOWN_FLAG,
                finding(place, flag.name())
                        .says(command.called() + " has no flag " + flag.name() + hint
                                + ": docker refuses the command"));
    }

    /** Whether a text of documentation shows only a part of a command, or a name to put another in the place of. */
    private boolean isSketch(Refusal refusal) {
        if (typed || !refusal.evidence().equals("image")) {
            return false;
        }
        if (command.operand() == null) {
            return command.options().isEmpty() || isDocumentation();
        }
        String image = command.operand().value();
        if (image.isEmpty()) {
            return false;
        }
        boolean lower = false;
        for (int i = 0; i < image.length(); i++) {
            if ("<>[]{}$%".indexOf(image.charAt(i)) >= 0) {
                return true;
            }
            lower |= image.charAt(i) >= 'a' && image.charAt(i) <= 'z';
        }
        return !lower;
    }

    /** Whether the command may be an example in a text: it has a placeholder, or stands in no script. */
    private boolean isDocumentation() {
        for (Option option : command.options()) {
            if (!option.text().isKnown()) {
                return true;
            }
        }
        String file = command.shell().at().file().name().toLowerCase(Locale.ROOT);
        for (String end : DOCUMENTATION) {
            if (file.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private void refused(Refusal refusal, String consequence) {
        add(INVALID_VALUE, finding(refusal.at(), refusal.evidence()).says(refusal.message() + ": " + consequence));
    }

    /** A directory with a blank in its name falls into two words where nothing quotes it. */
    private void unquoted(Option option) {
        Grammar grammar = option.flag().grammar();
        if (grammar != Grammar.VOLUME && grammar != Grammar.MOUNT) {
            return;
        }
        Location at = option.holder().at();
        String written = at.text();
        int from = option.style() == Option.Style.EQUALS ? Math.max(0, written.indexOf('=') + 1) : 0;
        if (option.style() == Option.Style.ATTACHED || written.indexOf('"') >= 0 || written.indexOf('\'') >= 0) {
            return;
        }
        String path = directoryIn(written);
        if (path.isEmpty()) {
            return;
        }
        Location value = new Location(
                at.file(), new Span(at.span().start() + from, at.span().end()));
        String title = "quote " + value.text();
        Finding.Builder finding = finding(value, option.flag().written());
        finding.help(title);
        if (isSafeInQuotes(written)) {
            finding.fix(new Fix(title, Safety.SAFE, List.of(new Edit(value, '"' + value.text() + '"'))));
        }
        add(
                UNQUOTED_PATH,
                finding.says(
                        path + " in " + option.spelled() + " is not quoted: if the directory's name contains a space,"
                                + " the shell splits it, and docker takes the second part for the image"));
    }

    private static String directoryIn(String written) {
        for (String directory : DIRECTORIES) {
            int at = written.indexOf(directory);
            int end = at + directory.length();
            boolean whole = end >= written.length()
                    || directory.endsWith(")")
                    || directory.endsWith("}")
                    || directory.endsWith("`")
                    || (!Character.isLetterOrDigit(written.charAt(end)) && written.charAt(end) != '_');
            if (at >= 0 && whole) {
                return directory;
            }
        }
        return "";
    }

    /** Whether nothing in a word means something else between double quotes. */
    private static boolean isSafeInQuotes(String written) {
        return written.indexOf('\\') < 0
                && written.indexOf('*') < 0
                && written.indexOf('~') < 0
                && written.indexOf('!') < 0;
    }

    private void add(String rule, Finding finding) {
        findings.add(new RuleFinding(rule, finding));
    }
}
