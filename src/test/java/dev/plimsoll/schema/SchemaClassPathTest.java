package dev.plimsoll.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a check needs to be on the class path. */
class SchemaClassPathTest {
    /** Called by its name from another class loader. */
    public static final class Probe {
        private Probe() {}

        /** The number of violations of a file. */
        public static int violations(String text) {
            return ComposeSchema.check(YamlTree.of(text)).size();
        }
    }

    private static int violations(String text, Predicate<String> without) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!without.test(new File(entry).getName())) {
                urls.add(new File(entry).toURI().toURL());
            }
        }
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), platform)) {
            Class<?> probe = loader.loadClass(Probe.class.getName());
            return (int) probe.getMethod("violations", String.class).invoke(null, text);
        }
    }

    @Test
    void aRightFileNeedsNoValidator() throws Exception {
        String right = "services: {web: {image: nginx, ports: [80], deploy: {replicas: '2'}}}";
        Predicate<String> validator =
                jar -> jar.startsWith("everit") || jar.startsWith("json-") || jar.startsWith("commons");
        assertThat(violations(right, validator)).isZero();
    }

    @Test
    void aWrongFileNeedsNothingOfWhatTheValidatorBringsAlong() throws Exception {
        String wrong = "services: {web: {imag: nginx, ports: 80, restart: x, gpus: {}, security_opt: [a, a]}}";
        Predicate<String> others = jar -> jar.contains("validator")
                || jar.contains("handy")
                || jar.contains("joda")
                || jar.contains("re2j")
                || jar.contains("digester")
                || jar.contains("collections")
                || jar.contains("logging");
        assertThat(violations(wrong, others)).isEqualTo(5);
    }
}
