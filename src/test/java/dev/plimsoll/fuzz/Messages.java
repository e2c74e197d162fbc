package dev.plimsoll.fuzz;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an editor may say, and what none would: messages by chance, most of them in order, some of wrong types or cut off. */
final class Messages {
    private static final List<String> NAMES = List.of(
            "compose.yaml",
            "compose.override.yaml",
            ".env",
            ".plimsoll.yaml",
            "run.sh",
            "README.md",
            "Dockerfile",
            "base.yaml",
            "a b/compose.yaml",
            "100%/compose.yaml",
            "#1/docker-compose.yml",
            "\u00E9\u754C/compose.yaml",
            "k8s.yaml");

    private static final List<String> URIS = List.of(
            "untitled:Untitled-1",
            "vscode-notebook-cell:/a/b.ipynb#W0sZmlsZQ%3D%3D",
            "file:///c%3A/Users/me/compose.yaml",
            "file:///C:/Users/me/compose.yaml",
            "file://server/share/compose.yaml",
            "file:compose.yaml",
            "file:///",
            "file:",
            "file:///%00",
            "file:///a/%zz/compose.yaml",
            "file:///../../compose.yaml",
            "http://example.com/compose.yaml",
            "git:/a/compose.yaml?%7B%22ref%22%3A%22%22%7D",
            "compose.yaml",
            "",
            ":",
            "\u0000",
            "file:///" + "a/".repeat(3000) + "compose.yaml");

    private static final List<String> QUESTIONS = List.of(
            "textDocument/hover",
            "textDocument/codeAction",
            "textDocument/codeLens",
            "textDocument/inlayHint",
            "textDocument/completion",
            "workspace/executeCommand",
            "codeAction/resolve",
            "no/such",
            "$/none",
            "textDocument/definition",
            "textDocument/rename",
            "workspace/symbol");

    private static final List<String> HEADERS = List.of(
            "Content-Length: -1\r\n\r\n{}",
            "Content-Length: many\r\n\r\n",
            "Content-Length: 2147483647\r\n\r\n{",
            "Content-Length: 99999999999999999999\r\n\r\n{}",
            "Content-Length: 0\r\n\r\n",
            "Content-Length: 2\r\nContent-Length: 900\r\n\r\n{}",
            "Content-Length: 2\r\nContent-Type: x; charset=nonsense\r\n\r\n{}",
            "Content-Length: 2\r\nContent-Type: x; charset=utf-16\r\n\r\n{}",
            "content-length: 2\r\n\r\n{}",
            "Content-Length 2\r\n\r\n{}",
            "Content-Length: 2\n\n{}",
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "\r\n\r\n\r\n",
            "\u0000\u0001\uFFFD");

    private final Chance chance;
    private final List<String> texts;
    private final String folder;
    private final Set<Integer> asked = new TreeSet<>();
    private boolean framed = true;
    private int id = 10;
    private int version = 1;

    /**
     * Messages about a project.
     *
     * @param directory where its files would be
     * @param input texts to open
     */
    Messages(Chance chance, Path directory, Input input) {
        this.chance = chance;
        this.folder = directory.toUri().toString();
        List<String> all = new ArrayList<>(input.files().values());
        all.add("services:\r\n  a: {image: \"x\uD83D\uDEA2\", tmpfs: /tmp}\r\n");
        all.add("");
        this.texts = List.copyOf(all);
    }

    /** The questions that were asked as the protocol wants it, which have an answer each. */
    Set<Integer> asked() {
        return asked;
    }

    /** Whether all could be told apart: no header was wrong. */
    boolean isFramed() {
        return framed;
    }

    /** A number of messages. */
    byte[] some(int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            if (chance.oneIn(400)) {
                framed = false;
                out.writeBytes(chance.of(HEADERS).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            JsonObject message = message();
            boolean whole = !chance.oneIn(6);
            if (!whole) {
                damage(message, 0);
            } else if (message.has("id") && message.has("method")) {
                asked.add(message.get("id").getAsInt());
            }
            byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
            if (!whole && chance.oneIn(6) && body.length > 0) {
                body[chance.below(body.length)] = (byte) chance.below(256);
            }
            out.writeBytes(frame(body));
        }
        return out.toByteArray();
    }

    static byte[] frame(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** The first message, of an editor that can much or nothing. */
    JsonObject initialize() {
        String capabilities = chance.oneIn(3)
                ? "{}"
                : "{'general':{'positionEncodings':['" + (chance.oneIn(2) ? "utf-8" : "utf-16") + "']},"
                        + "'workspace':{'configuration':true,'inlayHint':{'refreshSupport':true},"
                        + "'didChangeWatchedFiles':{'dynamicRegistration':true},"
                        + "'workspaceEdit':{'resourceOperations':['create']}},"
                        + "'textDocument':{'codeAction':{'dataSupport':true,'resolveSupport':{'properties':['edit']}},"
                        + "'publishDiagnostics':{'versionSupport':true}}}";
        JsonObject params = new JsonObject();
        params.add("capabilities", json(capabilities));
        params.add("workspaceFolders", json("[{'uri':'" + folder + "','name':'x'}]"));
        return question("initialize", params, 1);
    }

    private static JsonObject question(String method, JsonElement params, int number) {
        JsonObject message = new JsonObject();
        message.addProperty("jsonrpc", "2.0");
        message.addProperty("id", number);
        message.addProperty("method", method);
        message.add("params", params);
        return message;
    }

    private static JsonObject notification(String method, JsonElement params) {
        JsonObject message = new JsonObject();
        message.addProperty("jsonrpc", "2.0");
        message.addProperty("method", method);
        message.add("params", params);
        return message;
    }

    private JsonObject message() {
        JsonObject params = new JsonObject();
        switch (chance.below(10)) {
            case 0, 1 -> {
                JsonObject document = document();
                document.addProperty("languageId", chance.oneIn(4) ? "dockercompose" : "yaml");
                document.addProperty("version", version++);
                document.addProperty("text", chance.of(texts));
                params.add("textDocument", document);
                return notification("textDocument/didOpen", params);
            }
            case 2, 3, 4 -> {
                JsonObject document = document();
                document.addProperty("version", version++);
                params.add("textDocument", document);
                JsonArray changes = new JsonArray();
                for (int i = chance.few(4); i > 0; i--) {
                    changes.add(change());
                }
                params.add("contentChanges", changes);
                return notification("textDocument/didChange", params);
            }
            case 5 -> {
                params.add("textDocument", document());
                return notification(chance.oneIn(3) ? "textDocument/didSave" : "textDocument/didClose", params);
            }
            case 6 -> {
                return workspace();
            }
            default -> {
                String method = chance.of(QUESTIONS);
                JsonObject asked = ask();
                if (method.equals("codeAction/resolve")) {
                    // the field has another form there
                    asked.remove("command");
                }
                return question(method, asked, id++);
            }
        }
    }

    private JsonObject workspace() {
        String uri = uri();
        return switch (chance.below(6)) {
            case 0 -> notification("$/cancelRequest", json("{'id':" + chance.below(id + 5) + "}"));
            case 1 -> notification("$/setTrace", json("{'value':'verbose'}"));
            case 2 ->
                notification(
                        "workspace/didChangeConfiguration",
                        json("{'settings':{'plimsoll':{'profile':'" + (chance.oneIn(2) ? "strict" : "x")
                                + "','ignore':['tmpfs',1,null],'schema':" + chance.oneIn(2) + "}}}"));
            case 3 -> {
                JsonObject event = new JsonObject();
                event.addProperty("uri", uri);
                event.addProperty("type", 1 + chance.below(3));
                JsonArray changes = new JsonArray();
                changes.add(event);
                JsonObject params = new JsonObject();
                params.add("changes", changes);
                yield notification("workspace/didChangeWatchedFiles", params);
            }
            case 4 -> {
                JsonObject answer = new JsonObject();
                answer.addProperty("jsonrpc", "2.0");
                answer.addProperty("id", String.valueOf(chance.below(20)));
                answer.add("result", json(chance.oneIn(2) ? "[{'schema':false}]" : "null"));
                yield answer;
            }
            default -> notification("initialized", new JsonObject());
        };
    }

    private JsonObject ask() {
        JsonObject params = new JsonObject();
        params.add("textDocument", document());
        params.add("position", position());
        params.add("range", range());
        params.add(
                "context",
                json(chance.oneIn(4) ? "{'diagnostics':[],'only':['source.fixAll']}" : "{'diagnostics':[]}"));
        params.addProperty("command", chance.oneIn(2) ? "plimsoll.budget" : "plimsoll.explain");
        params.add("arguments", json(chance.oneIn(3) ? "[]" : "[" + new JsonPrimitive(uri()) + "]"));
        params.addProperty("title", "x");
        params.addProperty("newName", "x");
        params.addProperty("query", "x");
        params.add(
                "data",
                json("{'analysis':" + chance.below(9) + ",'finding':" + (chance.below(4) - 1) + ",'fix':"
                        + chance.below(3) + "}"));
        return params;
    }

    private JsonObject document() {
        JsonObject document = new JsonObject();
        document.addProperty("uri", uri());
        return document;
    }

    private String uri() {
        if (chance.oneIn(12)) {
            return chance.of(URIS);
        }
        String name = chance.oneIn(3) ? chance.of(NAMES) : NAMES.get(chance.below(2));
        return folder
                + Path.of(name)
                        .toUri()
                        .getRawPath()
                        .substring(Path.of("").toUri().getRawPath().length());
    }

    private JsonObject change() {
        JsonObject change = new JsonObject();
        if (!chance.oneIn(8)) {
            change.add("range", range());
        }
        String text = chance.of(texts);
        int from = chance.below(text.length() + 1);
        change.addProperty(
                "text", chance.oneIn(3) ? "" : text.substring(from, Math.min(text.length(), from + chance.below(30))));
        return change;
    }

    private JsonObject range() {
        JsonObject range = new JsonObject();
        range.add("start", position());
        range.add("end", chance.oneIn(3) ? range.get("start") : position());
        return range;
    }

    private JsonObject position() {
        JsonObject position = new JsonObject();
        position.addProperty("line", number(12));
        position.addProperty("character", number(30));
        return position;
    }

    private int number(int usual) {
        return chance.oneIn(30)
                ? chance.of(List.of(-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 99_999))
                : chance.below(usual);
    }

    /** Puts something else in place of a part, or takes it away. */
    private void damage(JsonElement element, int depth) {
        if (element instanceof JsonObject object && !object.isEmpty()) {
            List<String> keys = List.copyOf(object.keySet());
            String key = chance.of(keys);
            if (depth > 4 || chance.oneIn(3) || object.get(key).isJsonPrimitive()) {
                if (chance.oneIn(3)) {
                    object.remove(key);
                } else {
                    object.add(key, anything());
                }
            } else {
                damage(object.get(key), depth + 1);
            }
        } else if (element instanceof JsonArray array && !array.isEmpty()) {
            int at = chance.below(array.size());
            if (chance.oneIn(2)) {
                array.set(at, anything());
            } else {
                damage(array.get(at), depth + 1);
            }
        }
    }

    private JsonElement anything() {
        return switch (chance.below(9)) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> new JsonPrimitive("");
            case 2 -> new JsonPrimitive(new BigDecimal("123456789012345678901234567890"));
            case 3 -> new JsonPrimitive(-1.5);
            case 4 -> new JsonPrimitive(true);
            case 5 -> new JsonArray();
            case 6 -> new JsonObject();
            case 7 -> json("[".repeat(200) + "]".repeat(200));
            default -> new JsonPrimitive("\uD800x\u0000");
        };
    }

    /** The answers in what a server wrote. */
    static Map<Integer, Integer> answers(List<JsonObject> messages) {
        Map<Integer, Integer> answers = new java.util.TreeMap<>();
        for (JsonObject message : messages) {
            if (!message.has("method") && message.get("id") instanceof JsonPrimitive number && number.isNumber()) {
                answers.merge(number.getAsInt(), 1, Integer::sum);
            }
        }
        return answers;
    }

    private static JsonElement json(String text) {
        return new Gson().fromJson(text, JsonElement.class);
    }
}
