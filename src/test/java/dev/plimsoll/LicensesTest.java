package dev.plimsoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ships under a license that asks for its text to go along has it in the jar. */
class LicensesTest {
    @ParameterizedTest
    @CsvSource({
        "/META-INF/LICENSE, Apache License",
        "/META-INF/licenses/commonmark.txt, Redistributions in binary form must reproduce"
    })
    void goAlong(String name, String words) throws IOException {
        try (InputStream in = LicensesTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains(words);
        }
    }
}
