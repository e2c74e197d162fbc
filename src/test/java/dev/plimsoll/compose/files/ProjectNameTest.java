package dev.plimsoll.compose.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name of a project without one. */
class ProjectNameTest {
    @ParameterizedTest
    @CsvSource({
        "/srv/shop, shop",
        "/srv/My Shop 2.0, myshop20",
        "/srv/__a-b_c, a-b_c",
        "/srv/-9z, 9z",
        "/srv/az09, az09",
        "'/srv/a`{/:@b', b",
        "'/srv/`a{', a",
        "'/srv/x:/0', 0",
        "'/srv/0/1:2/', 12",
        "/srv/shop/., shop",
        "/srv/ÄB, b",
        "/, ''",
    })
    void isItsDirectorysAsFarAsItMayBe(String directory, String name) {
        assertThat(ProjectName.of(new File(directory))).isEqualTo(name);
    }
}
