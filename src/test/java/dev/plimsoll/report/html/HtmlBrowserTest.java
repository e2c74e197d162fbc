package dev.plimsoll.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.engine.LintResult;
import dev.plimsoll.report.Format;
import dev.plimsoll.report.HostileResult;
import dev.plimsoll.report.Loads;
import dev.plimsoll.report.Many;
import dev.plimsoll.report.Reporters;
import dev.plimsoll.report.Written;
import dev.plimsoll.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: {@code mvn test -Pbrowser}. */
@Tag("browser")
class HtmlBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** The browser may still write to its profile when it is told to end. */
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path directory;

    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(!Browser.program().isEmpty(), "no Chromium here");
        browser = Browser.start(directory.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(LintResult result) throws Exception {
        open(Written.by(Reporters.of(Format.HTML), result));
    }

    private static void open(String html) throws Exception {
        browser.window(1200, "light");
        Path page = Files.writeString(directory.resolve("page.html"), html);
        browser.open(page);
        browser.js("localStorage.clear(), 0");
    }

    private static Object count(String selector) throws Exception {
        return browser.js("document.querySelectorAll(" + "'" + selector + "').length");
    }

    private static Object shown() throws Exception {
        return browser.js("document.getElementById('count').textContent");
    }

    @Test
    void hostileContentStaysText() throws Exception {
        open(HostileResult.all());
        assertThat(browser.complaints()).isEmpty();
        assertThat(count("script")).isEqualTo(1);
        assertThat(count("img, i, iframe, object, link")).isEqualTo(0);
        assertThat(count(".finding")).isEqualTo(7);
        assertThat((String) browser.js("document.querySelector('.finding .message').textContent"))
                .startsWith("<b>%0A::error::x</b> \"q\" ]]> |");
        assertThat(browser.js("document.title"))
                .isEqualTo("Plimsoll: 3 errors, 3 warnings, 1 info in 4 files; 2 input errors");
        assertThat(browser.js("document.querySelector('mark.primary').textContent"))
                .isEqualTo("</script><b>]]>");
    }

    /** The policy is no decoration: what is put into the page does not run. */
    @Test
    void thePolicyLetsNothingIn() throws Exception {
        open(HostileResult.all());
        browser.js("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.pwned=1\">'), 0");
        browser.js("(() => {const s = document.createElement('script'); s.textContent = 'window.pwned=2';"
                + " document.body.append(s)})()");
        assertThat(browser.js("typeof window.pwned")).isEqualTo("undefined");
        for (int i = 0; i < 100 && browser.complaints().isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(browser.complaints().toString()).contains("Content Security Policy");
    }

    @Test
    void filtersBySeverityRuleFileAndWords() throws Exception {
        open(HostileResult.all());
        assertThat(shown()).isEqualTo("7 shown");
        browser.js("document.querySelector('[name=severity][value=warning]').click(), 0");
        assertThat(shown()).isEqualTo("4 of 7 shown");
        choose("rule", "tmpfs-unbounded");
        assertThat(shown()).isEqualTo("1 of 7 shown");
        choose("rule", "");
        choose("file", "::error file=a,b%0A <&\\\"\\'>/compose.yaml");
        assertThat(shown()).isEqualTo("1 of 7 shown");
        assertThat(browser.js("[...document.querySelectorAll('.file')].filter(f => !f.hidden).length"))
                .isEqualTo(1);
        choose("text", "NoSuchWord");
        assertThat(shown()).isEqualTo("0 of 7 shown");
        assertThat(browser.js("document.getElementById('none').hidden")).isEqualTo(false);
    }

    private static void choose(String control, String value) throws Exception {
        browser.js("(() => {const c = document.getElementById('" + control + "'); c.value = '" + value
                + "'; c.dispatchEvent(new Event('input', {bubbles: true}))})()");
    }

    @Test
    void theKeyboardReachesEverything() throws Exception {
        open(HostileResult.all());
        browser.press("Tab", "");
        assertThat(browser.js("document.activeElement.className")).isEqualTo("skip");
        assertThat(browser.js("document.activeElement.getBoundingClientRect().left >= 0"))
                .as("the link shows itself")
                .isEqualTo(true);
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            browser.press("Tab", "");
            reached.add((String) browser.js("document.activeElement.id || document.activeElement.value"
                    + " || document.activeElement.localName"));
        }
        assertThat(reached)
                .containsSubsequence("theme", "error", "warning", "info", "rule", "file", "text", "fold", "f1");

        browser.press("/", "/");
        assertThat(browser.js("document.activeElement.id")).isEqualTo("text");
        browser.press("x", "x");
        browser.press("x", "x");
        browser.press("x", "x");
        assertThat(browser.js("document.activeElement.value")).isEqualTo("xxx");
        assertThat((String) shown()).contains(" of 7");
        browser.press("Escape", "");
        assertThat(shown()).isEqualTo("7 shown");

        browser.js("document.activeElement.blur(), 0");
        browser.press("j", "j");
        browser.press("j", "j");
        browser.press("k", "k");
        assertThat(browser.js("document.activeElement.parentElement === document.querySelector('.finding')"))
                .isEqualTo(true);
        browser.press("Enter", "\r");
        assertThat(browser.js("document.querySelector('.finding').open")).isEqualTo(false);
        browser.press("j", "j");
        assertThat(browser.js("getComputedStyle(document.activeElement).outlineStyle"))
                .as("the focus is seen")
                .isEqualTo("solid");
    }

    @Test
    void lightAndDarkFollowTheUserAndTheButton() throws Exception {
        open(HostileResult.all());
        String background = "getComputedStyle(document.body).backgroundColor";
        Object light = browser.js(background);
        browser.window(1200, "dark");
        Object dark = browser.js(background);
        assertThat(dark).isNotEqualTo(light);
        browser.js("document.getElementById('theme').click(), 0");
        assertThat(browser.js(background)).isEqualTo(light);
        browser.js("document.getElementById('theme').click(), 0");
        browser.window(1200, "light");
        assertThat(browser.js(background)).isEqualTo(dark);
    }

    @Test
    void itFitsNarrowWindows() throws Exception {
        open(HostileResult.all());
        for (int width : new int[] {320, 400, 1200}) {
            for (String colors : List.of("light", "dark")) {
                browser.window(width, colors);
                assertThat(browser.js("document.documentElement.scrollWidth <= innerWidth"))
                        .as(width + " pixels")
                        .isEqualTo(true);
                browser.screenshot(SCREENSHOTS.resolve(colors + "-" + width + ".png"));
            }
        }
        open(new LintResult(2, List.of(), List.of(), List.of()));
        assertThat(browser.complaints()).isEmpty();
        browser.screenshot(SCREENSHOTS.resolve("clean.png"));
    }

    @Test
    void thousandsOfFindingsAreFilteredAtOnce() throws Exception {
        open(Many.findings(5_000));
        assertThat(shown()).isEqualTo("5000 shown");
        choose("text", "c4999");
        assertThat(shown()).isEqualTo("1 of 5000 shown");
    }

    private static String loads() {
        SourceFile file = Loads.file("compose.yaml");
        return HtmlLoadLinesTest.page(
                HtmlLoadLinesTest.findings(file), Loads.of(Optional.empty(), file, Loads.file("hostile.yaml")));
    }

    @Test
    void loadLinesStandBelowEachOtherAtEveryWidth() throws Exception {
        open(loads());
        assertThat(browser.complaints()).isEmpty();
        browser.js("document.querySelector('.more').open = true, 0");
        for (int width : new int[] {320, 400, 800, 1200}) {
            for (String colors : List.of("light", "dark")) {
                browser.window(width, colors);
                assertThat(browser.js("document.documentElement.scrollWidth <= innerWidth"))
                        .as(width + " pixels")
                        .isEqualTo(true);
                assertThat(browser.js("new Set([...document.querySelectorAll('.charts circle')]"
                                + ".map(c => Math.round(c.getBoundingClientRect().left))).size"))
                        .isEqualTo(1);
                assertThat(browser.js("[...document.querySelectorAll('.charts rect, .charts path')]"
                                + ".every(r => r.getBoundingClientRect().right <= innerWidth)"))
                        .as("within the window")
                        .isEqualTo(true);
                browser.screenshot(SCREENSHOTS.resolve("loads-" + colors + "-" + width + ".png"));
            }
        }
    }

    @Test
    void aChartLeadsToItsFindingsEvenIfTheyAreHidden() throws Exception {
        open(loads());
        browser.js("document.querySelector('.more').open = true, 0");
        choose("text", "NoSuchWord");
        assertThat(shown()).isEqualTo("0 of 3 shown");
        browser.js("[...document.querySelectorAll('.see')].find(a => a.textContent.includes('tests')).focus(), 0");
        browser.press("Enter", "\r");
        assertThat(shown()).isEqualTo("3 shown");
        assertThat(browser.js("document.activeElement.id")).isEqualTo("f3");
        assertThat(browser.js("location.hash")).isEqualTo("#f3");
    }

    /** What is folded on the screen is on paper too. */
    @Test
    void allChartsArePrinted() throws Exception {
        open(loads());
        String last = "[...document.querySelectorAll('.charts li h3')].at(-1).checkVisibility()";
        assertThat(browser.js(last)).isEqualTo(false);
        browser.print();
        assertThat(browser.js(last)).isEqualTo(true);
        browser.screenshot(SCREENSHOTS.resolve("loads-print.png"));
    }
}
