import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures the language server as an editor meets it: how long until findings come after a file was opened, and after a
 * keystroke.
 *
 * <pre>java src/bench/Lsp.java LAUNCHER FILE...</pre>
 *
 * <p>Each file has a server of its own. Of a small file hundreds of keystrokes are made, of a large one a dozen; the first
 * tenth, in which the JVM is not warm yet, does not count. The launcher must be one whose process ends with its input.
 */
final class Lsp {
    private static final int SMALL = 100_000;
    private static final int MANY = 400;
    private static final int FEW = 20;

    private final Process process;
    private final OutputStream out;
    private final InputStream in;

    private Lsp(String launcher, Path directory) throws IOException {
        process = new ProcessBuilder(launcher, "lsp")
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.getOutputStream();
        in = new BufferedInputStream(process.getInputStream(), 1 << 16);
    }

    public static void main(String[] args) throws Exception {
        System.out.printf(
                "%-16s %9s %9s %9s %9s %11s %9s%n", "file", "lines", "opened", "p50", "p95", "CPU, each", "memory");
        for (String file : Arrays.asList(args).subList(1, args.length)) {
            Path path = Path.of(file).toRealPath();
            new Lsp(args[0], path.getParent()).measure(path);
        }
    }

    private void measure(Path file) throws Exception {
        String text = Files.readString(file);
        String uri = file.toUri().toString();
        String folder = file.getParent().toUri().toString();
        say("\"id\":1,\"method\":\"initialize\",\"params\":{\"processId\":null,\"workspaceFolders\":[{\"uri\":\"" + folder
                + "\",\"name\":\"x\"}],\"capabilities\":{\"textDocument\":{\"publishDiagnostics\":{\"versionSupport\":true}}}}");
        hear("\"id\":1");
        say("\"method\":\"initialized\",\"params\":{}");
        long begin = System.nanoTime();
        say("\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"" + uri
                + "\",\"languageId\":\"yaml\",\"version\":1,\"text\":\"" + escaped(text) + "\"}}");
        hear(findings(1));
        double opened = (System.nanoTime() - begin) / 1e6;
        int count = text.length() < SMALL ? MANY : FEW;
        double[] times = new double[count];
        long busy = 0;
        int line = (int) text.lines().count();
        for (int i = 0; i < count; i++) {
            if (i == count / 10) {
                busy = busy();
            }
            // a comment at the end, letter by letter, and from new every twenty
            int column = i % 20;
            String typed = column == 0 ? "#" : "x";
            String range = "{\"start\":{\"line\":" + line + ",\"character\":" + column + "},\"end\":{\"line\":" + line
                    + ",\"character\":" + (column == 0 ? 99 : column) + "}}";
            long typing = System.nanoTime();
            say("\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\"" + uri + "\",\"version\":"
                    + (i + 2) + "},\"contentChanges\":[{\"range\":" + range + ",\"text\":\"" + typed + "\"}]}");
            hear(findings(i + 2));
            times[i] = (System.nanoTime() - typing) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(times, count / 10, count);
        Arrays.sort(warm);
        System.out.printf(
                "%-16s %9d %6.0f ms %6.0f ms %6.0f ms %8.0f ms %5d MiB%n",
                file.getParent().getFileName(),
                line,
                opened,
                warm[warm.length / 2],
                warm[warm.length * 95 / 100],
                (double) (busy() - busy) / warm.length,
                memory());
        say("\"id\":2,\"method\":\"shutdown\"");
        hear("\"id\":2");
        say("\"method\":\"exit\"");
        process.waitFor();
    }

    private static String findings(int version) {
        return "\"version\":" + version + "}";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    }

    private void say(String message) throws IOException {
        byte[] body = ("{\"jsonrpc\":\"2.0\"," + message + "}").getBytes(StandardCharsets.UTF_8);
        out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    /** Reads messages up to one that holds some text. */
    private void hear(String text) throws IOException {
        while (true) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the server has ended");
                }
                head.append((char) next);
            }
            int length = Integer.parseInt(head.substring(16, head.indexOf("\r\n")));
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            if (body.contains(text)) {
                return;
            }
        }
    }

    /** The JVM, which the launcher starts or becomes. */
    private long id() {
        List<ProcessHandle> all = new ArrayList<>();
        try (Stream<ProcessHandle> below = process.descendants()) {
            below.forEach(all::add);
        }
        for (ProcessHandle one : all) {
            if (one.info().command().orElse("").endsWith("java")) {
                return one.pid();
            }
        }
        return process.pid();
    }

    /** Milliseconds of a processor so far, where the system tells. */
    private long busy() throws IOException {
        Path stat = Path.of("/proc/" + id() + "/stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String[] fields = Files.readString(stat).replaceAll(".*\\) ", "").split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10;
    }

    /** The most memory so far, in MiB, where the system tells. */
    private long memory() throws IOException {
        Path status = Path.of("/proc/" + id() + "/status");
        for (String line : Files.exists(status) ? Files.readAllLines(status) : List.<String>of()) {
            if (line.startsWith("VmHWM")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10;
            }
        }
        return 0;
    }
}
