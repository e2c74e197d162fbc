package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class TmpfsMountTest {
    private static TmpfsMount mount(String declaration) {
        String text = "services:\n  a:\n    image: x\n    tmpfs: [\"" + declaration + "\"]\n";
        return ComposeReader.read(new SourceFile("a/compose.yaml", text), List.of())
                .project()
                .containers()
                .get(0)
                .tmpfsMounts()
                .get(0);
    }

    private static String option(String declaration, String key) {
        return mount(declaration).option(key).map(option -> option.at().text()).orElse("none");
    }

    @Test
    void ofAnOptionThatIsWrittenTwiceTheLastCounts() {
        assertThat(option("/tmp:size=1m,mode=700,size=2m,mode=1777", "size")).isEqualTo("size=2m");
        assertThat(option("/tmp:size=1m,mode=700,size=2m,mode=1777", "mode")).isEqualTo("mode=1777");
        assertThat(option("/tmp:size=1m", "mode")).isEqualTo("none");
        assertThat(mount("/tmp:size=1m,size=2m").bytes()).contains(ByteSize.mebibytes(2));
    }

    @Test
    void ofTwoOppositeFlagsTheLastIsInForce() {
        assertThat(mount("/tmp:exec,size=1m,noexec").flag("exec", "noexec").map(flag -> flag.value()
                        .key()))
                .contains("noexec");
        assertThat(mount("/tmp:noexec,exec").flag("exec", "noexec").map(flag -> flag.value()
                        .key()))
                .contains("exec");
        assertThat(mount("/tmp:size=1m").flag("exec", "noexec")).isEmpty();
    }

    @Test
    void isWhollyKnownUnlessAVariableHidesAPart() {
        assertThat(mount("/tmp:size=1m,ro").isWhollyKnown()).isTrue();
        assertThat(mount("/tmp:size=${S:-1m}").isWhollyKnown()).isTrue();
        assertThat(mount("/tmp:size=${S},ro").isWhollyKnown()).isFalse();
        assertThat(mount("/tmp:ro,${O}").isWhollyKnown()).isFalse();
        assertThat(mount("${T}:size=1m").isWhollyKnown()).isFalse();
    }

    @Test
    void isShownAsItsDeclaration() {
        TmpfsMount mount = mount("/tmp:size=1m");
        assertThat(mount.shown().text()).isEqualTo("\"/tmp:size=1m\"");
        assertThat(mount.description()).isEqualTo("tmpfs /tmp");
    }

    /** What a variable would put there stays out of messages. */
    @Test
    void aWrongSizeIsKeptAsWritten() {
        assertThat(mount("/tmp:size=64mb").size().raw()).isEqualTo("64mb");
        assertThat(mount("/tmp:size=${S:-64mb}").size().raw()).isEqualTo("${S:-64mb}");
        assertThat(mount("/tmp:size=${S:-${T:-64mb}}").size().raw()).isEqualTo("${S:-${T:-64mb}}");
        assertThat(mount("/tmp:size=6${S-4}mb,ro").size().raw()).isEqualTo("6${S-4}mb");
        assertThat(mount("/tmp:size=${S:-64m}").bytes()).contains(ByteSize.mebibytes(64));
        assertThat(((Field.Present<TmpfsSize>) mount("/tmp:size=${S:-64m}").size())
                        .value()
                        .value())
                .isInstanceOf(Value.Interpolated.class);
        assertThat(((Field.Present<TmpfsSize>) mount("/tmp:size=64m").size())
                        .value()
                        .value())
                .isInstanceOf(Value.Literal.class);
    }

    @Test
    void modesAreOctalDigits() {
        assertThat(TmpfsSyntax.octal("1777")).isEqualTo(new FileMode(01777, FileMode.Notation.OCTAL));
        assertThat(TmpfsSyntax.octal("0")).isEqualTo(new FileMode(0, FileMode.Notation.OCTAL));
        assertThat(TmpfsSyntax.octal("17777777777"))
                .isEqualTo(new FileMode(Integer.MAX_VALUE, FileMode.Notation.OCTAL));
        for (String none : List.of("", "8", "/", "0o7", "7 ", "20000000000", "777777777777")) {
            assertThat(TmpfsSyntax.octal(none)).as(none).isNull();
        }
        FileMode mode = new FileMode(01750, FileMode.Notation.OCTAL);
        assertThat(mode.octal()).isEqualTo("1750");
        assertThat(mode.has(FileMode.STICKY)).isTrue();
        assertThat(mode.has(FileMode.OWNER_WRITE)).isTrue();
        assertThat(mode.has(FileMode.OTHERS_WRITE)).isFalse();
        assertThat(mode.has(FileMode.STICKY | FileMode.GROUP_WRITE)).isFalse();
    }

    @Test
    void theLastOfReadOnlyAndWritableIsInForce() {
        assertThat(mount("/tmp:ro").readOnly()).isTrue();
        assertThat(mount("/tmp:ro,rw").readOnly()).isFalse();
        assertThat(mount("/tmp:rw,ro,noexec").readOnly()).isTrue();
    }
}
