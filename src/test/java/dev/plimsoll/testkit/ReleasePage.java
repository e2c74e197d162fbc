package dev.plimsoll.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A server on this machine that plays the page of a release, and archives to put on it. */
public final class ReleasePage implements AutoCloseable {
    private static final int BLOCK = 512;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> assets = new ConcurrentHashMap<>();

    /** What was asked for, as it was asked for: with a host where it was asked as a proxy. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    /** Whether it stops in the middle of an answer. */
    public volatile boolean cutsOff;

    /** What it waits for in the middle of an answer. */
    public volatile CountDownLatch patience = new CountDownLatch(0);

    /** Counts down as soon as the first half of an answer is out. */
    public final CountDownLatch halfway = new CountDownLatch(1);

    /** Starts it, on a port that is free. */
    public ReleasePage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it is, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Publishes a file, whose path begins with a slash. */
    public void put(String path, byte[] content) {
        assets.put(path, content);
    }

    /** What this machine is called in the names of archives. */
    public static String platform() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "macos" : "linux";
        return system + (System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "-x64");
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().toString());
        byte[] content = assets.get(exchange.getRequestURI().getPath());
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(200, content.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(content, 0, content.length / 2);
            out.flush();
            halfway.countDown();
            patience.await();
            if (!cutsOff) {
                out.write(content, content.length / 2, content.length - content.length / 2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        patience.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** The checksum, in hexadecimal digits. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An entry of an archive: a file that may be run, or a symbolic link where {@code link} is not empty. */
    public record Entry(String name, String content, String link) {
        /** A file. */
        public Entry(String name, String content) {
            this(name, content, "");
        }
    }

    /** A .tar.gz that no tar would write: names are as they are given. */
    public static byte[] archive(List<Entry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (Entry entry : entries) {
                byte[] content = entry.content().getBytes(StandardCharsets.UTF_8);
                out.write(header(entry, content.length));
                out.write(content);
                out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
            }
            out.write(new byte[2 * BLOCK]);
        }
        return bytes.toByteArray();
    }

    /** The header of POSIX.1-1988: texts and octal numbers at fixed places, the sum of all bytes among them. */
    private static byte[] header(Entry entry, int size) {
        byte[] header = new byte[BLOCK];
        boolean link = !entry.link().isEmpty();
        text(header, 0, entry.name());
        text(header, 100, "0000755\0" + "0000000\0" + "0000000\0");
        text(header, 124, String.format("%011o\0%011o\0", size, 0));
        text(header, 148, "        " + (link ? '2' : '0'));
        text(header, 157, entry.link());
        text(header, 257, "ustar\0" + "00");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        text(header, 148, String.format("%06o\0 ", sum));
        return header;
    }

    private static void text(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
