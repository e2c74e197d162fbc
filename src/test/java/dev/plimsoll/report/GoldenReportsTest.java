package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.engine.LintResult;
import dev.plimsoll.testkit.Goldens;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bytes of every format, for a hostile result and for one without findings. */
class GoldenReportsTest {
    private static final LintResult CLEAN = new LintResult(2, List.of(), List.of(), List.of());

    private static Path golden(String what, Format format) {
        String name = format.name().toLowerCase(Locale.ROOT);
        return Path.of("testdata/reports", what + "-" + name + "." + Reporters.extension(format));
    }

    /** Style and script are files of their own already. */
    private static String withoutAssets(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "<style></style>")
                .replaceAll("(?s)<script>.*?</script>", "<script></script>")
                .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-…");
    }

    @ParameterizedTest
    @EnumSource
    void hostileContent(Format format) {
        String report = Written.by(Reporters.of(format), HostileResult.all());
        Goldens.check(golden("hostile", format), withoutAssets(report));
        assertThat(report).endsWith("\n").doesNotContain("\r\n");
        assertThat(Written.by(Reporters.of(format), HostileResult.all())).isEqualTo(report);
    }

    @ParameterizedTest
    @EnumSource
    void nothingFound(Format format) {
        Goldens.check(golden("clean", format), withoutAssets(Written.by(Reporters.of(format), CLEAN)));
    }

    /** Nothing in a file or its name may steer the terminal on which a report is looked at. */
    @ParameterizedTest
    @EnumSource
    void noControlCharacters(Format format) {
        String report = Written.by(Reporters.of(format), HostileResult.all());
        assertThat(report.replace("\n", "").replace("\t", ""))
                .doesNotContainPattern("[\\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]");
    }

    /** Turkish has letters that others do not, and Arabic digits of its own. */
    @ParameterizedTest
    @EnumSource
    void theLocaleChangesNothing(Format format) {
        String report = Written.by(Reporters.of(format), HostileResult.all());
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Written.by(Reporters.of(format), HostileResult.all()))
                        .isEqualTo(report);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
