package dev.plimsoll.report.html;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.json.JSONArray;
import org.json.JSONObject;

/** A headless Chromium with one page, driven over its DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final int SECONDS = 60;
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JSONObject>> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final String session;

    private Browser(Process process, String address) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .get(SECONDS, TimeUnit.SECONDS);
        String target = send("", "Target.createTarget", new JSONObject().put("url", "about:blank"))
                .getString("targetId");
        JSONObject attach = new JSONObject().put("targetId", target).put("flatten", true);
        this.session = send("", "Target.attachToTarget", attach).getString("sessionId");
        for (String domain : List.of("Page", "Runtime", "Log")) {
            call(domain + ".enable", new JSONObject());
        }
    }

    /** The program's path; empty if there is none on this machine. */
    static String program() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1)) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
                if (Files.isExecutable(Path.of(directory, name))) {
                    return Path.of(directory, name).toString();
                }
            }
        }
        return "";
    }

    static Browser start(Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        program(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture<String> address = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Matcher listening = LISTENING.matcher(line);
                    if (listening.find()) {
                        address.complete(listening.group(1));
                    }
                }
                address.completeExceptionally(new IOException("the browser ended"));
            } catch (IOException e) {
                address.completeExceptionally(e);
            }
        });
        reader.setDaemon(true);
        reader.start();
        return new Browser(process, address.get(SECONDS, TimeUnit.SECONDS));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                receive(new JSONObject(message.toString()));
                message.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void receive(JSONObject json) {
        if (json.has("id")) {
            CompletableFuture<JSONObject> answer = answers.remove(json.getInt("id"));
            if (answer != null) {
                answer.complete(json);
            }
        } else if (json.getString("method")
                .matches("Log.entryAdded|Runtime.exceptionThrown|Runtime.consoleAPICalled")) {
            complaints.add(json.toString());
        }
    }

    private JSONObject send(String to, String method, JSONObject parameters) throws Exception {
        int id = next.incrementAndGet();
        CompletableFuture<JSONObject> answer = new CompletableFuture<>();
        answers.put(id, answer);
        JSONObject call = new JSONObject().put("id", id).put("method", method).put("params", parameters);
        if (!to.isEmpty()) {
            call.put("sessionId", to);
        }
        socket.sendText(call.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        JSONObject received = answer.get(SECONDS, TimeUnit.SECONDS);
        if (received.has("error")) {
            throw new IOException(method + ": " + received.getJSONObject("error"));
        }
        return received.getJSONObject("result");
    }

    private JSONObject call(String method, JSONObject parameters) throws Exception {
        return send(session, method, parameters);
    }

    /** Opens a file and waits until its script has run. */
    void open(Path file) throws Exception {
        complaints.clear();
        call("Page.navigate", new JSONObject().put("url", file.toUri().toString()));
        for (int i = 0; i < 600; i++) {
            if (js("document.readyState === 'complete' && location.protocol === 'file:'")
                    .equals(true)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("does not load: " + file);
    }

    /** What the page or the browser had to say on the console: errors, refusals by the security policy. */
    List<String> complaints() {
        return new ArrayList<>(complaints);
    }

    /** The value of an expression. */
    Object js(String expression) throws Exception {
        JSONObject result = call(
                "Runtime.evaluate",
                new JSONObject().put("expression", expression).put("returnByValue", true));
        return result.getJSONObject("result").opt("value");
    }

    /** Presses and releases a key, with its text if it has one. */
    void press(String key, String text) throws Exception {
        int code = Map.of("Tab", 9, "Enter", 13, "Escape", 27, " ", 32).getOrDefault(key, 0);
        JSONObject event = new JSONObject().put("key", key).put("code", key).put("windowsVirtualKeyCode", code);
        call(
                "Input.dispatchKeyEvent",
                new JSONObject(event.toString())
                        .put("type", text.isEmpty() ? "rawKeyDown" : "keyDown")
                        .put("text", text));
        call("Input.dispatchKeyEvent", event.put("type", "keyUp"));
    }

    /** Sets the window's width in CSS pixels and the colours that its user prefers. */
    void window(int width, String colors) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                new JSONObject()
                        .put("width", width)
                        .put("height", 1400)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        JSONArray features = new JSONArray()
                .put(new JSONObject().put("name", "prefers-color-scheme").put("value", colors));
        call("Emulation.setEmulatedMedia", new JSONObject().put("media", "").put("features", features));
    }

    /** Lays the page out as for paper, until the next window. */
    void print() throws Exception {
        call("Emulation.setEmulatedMedia", new JSONObject().put("media", "print"));
    }

    void screenshot(Path file) throws Exception {
        String data = call("Page.captureScreenshot", new JSONObject()).getString("data");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(data));
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }
}
