package dev.plimsoll.fuzz;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.plimsoll.lsp.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One conversation with a server, made by chance, and what must hold of it. */
final class Conversation {
    private static final int PATIENCE = 60;
    private static final int LAST = 1_000_000;
    private static final int MAX_MESSAGE = 1 << 20;

    private final Workplace place;
    private final Chance chance;
    private final Input input;
    private final Heard heard = new Heard();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private boolean answered;

    Conversation(Workplace place, Chance chance, Input input) {
        this.place = place;
        this.chance = chance;
        this.input = input;
    }

    /** What the server says, which somebody waits for. */
    private static final class Heard extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            bytes.write(b);
            notifyAll();
        }

        @Override
        public synchronized void write(byte[] some, int from, int length) {
            bytes.write(some, from, length);
            notifyAll();
        }

        synchronized byte[] all() {
            return bytes.toByteArray();
        }

        /** Waits until some text was said, for a while. */
        synchronized boolean await(String text) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
            while (!bytes.toString(StandardCharsets.UTF_8).contains(text)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        }
    }

    /** Leads it. */
    void run() throws IOException, InterruptedException, Violation {
        place.fill(input);
        Map<String, String> before = place.files();
        Messages messages = new Messages(chance, place.directory(), input);
        PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(out, 1 << 16);
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                () -> Service.serve(in, heard, place.directory().toFile(), Map.of(), "1", complaints::add), command -> {
                    Thread thread = new Thread(command, "fuzzed server");
                    thread.setDaemon(true);
                    thread.start();
                });
        try (out) {
            JsonObject first = messages.initialize();
            if (!chance.oneIn(10)) {
                out.write(Messages.frame(first.toString().getBytes(StandardCharsets.UTF_8)));
            }
            byte[] said = messages.some(5 + chance.below(40));
            boolean whole = !chance.oneIn(20);
            out.write(said, 0, whole ? said.length : chance.below(said.length));
            if (whole && messages.isFramed()) {
                answered = last(out);
                if (!answered) {
                    throw new Violation("the last question has no answer", said().toString());
                }
            }
        } catch (IOException e) {
            // it has ended before all was said: so its code says
        }
        end(code, messages);
        if (!place.files().equals(before)) {
            throw new Violation("the server changed a file", place.files().toString());
        }
        place.checkOutside();
    }

    /** Asks a last question; whether it was answered. */
    private boolean last(OutputStream out) throws IOException, InterruptedException {
        String question = "{\"jsonrpc\":\"2.0\",\"id\":" + LAST + ",\"method\":\"textDocument/hover\",\"params\":"
                + "{\"textDocument\":{\"uri\":\"file:///none\"},\"position\":{\"line\":0,\"character\":0}}}";
        out.write(Messages.frame(question.getBytes(StandardCharsets.UTF_8)));
        out.flush();
        return heard.await("\"id\":" + LAST);
    }

    private void end(CompletableFuture<Integer> code, Messages messages) throws InterruptedException, Violation {
        try {
            int exit = code.get(PATIENCE, TimeUnit.SECONDS);
            if (exit != 0 && exit != 1) {
                throw new Violation("exit code " + exit, "");
            }
        } catch (TimeoutException e) {
            throw new Violation("the server goes on when nobody is there", "");
        } catch (ExecutionException e) {
            throw new Violation("the server fails: " + e.getCause(), "");
        }
        if (!complaints.isEmpty()) {
            throw new Violation("the server gives up: " + complaints, "");
        }
        List<JsonObject> said = said();
        for (JsonObject message : said) {
            check(message, messages.asked());
        }
        Map<Integer, Integer> answers = Messages.answers(said);
        for (int asked : messages.asked()) {
            if (answered && !answers.containsKey(asked)) {
                throw new Violation("a question has no answer", "id " + asked + " in " + said);
            }
        }
    }

    private static void check(JsonObject message, Set<Integer> asked) throws Violation {
        String text = message.toString();
        if (text.contains("\\tat ") || text.contains("StackOverflowError") || text.contains("a defect of plimsoll")) {
            throw new Violation("the server shows where it failed", text);
        }
        if (text.contains(Workplace.SECRET)) {
            throw new Violation("the server shows what a file outside holds", text);
        }
        if (text.length() > MAX_MESSAGE) {
            throw new Violation("a message is too long", text.substring(0, 1000));
        }
        JsonElement error = message.get("error");
        // a method that is not known is repeated as it was said
        if (error != null
                && !text.contains("Unsupported request method")
                && error.getAsJsonObject().get("message").getAsString().indexOf('\n') >= 0) {
            throw new Violation("an error has more than one line", text);
        }
        boolean whole = message.get("id") instanceof JsonPrimitive id && id.isNumber() && asked.contains(id.getAsInt());
        if (error != null && whole && text.contains("cannot be answered: ")) {
            throw new Violation(
                    "a question fails: "
                            + error.getAsJsonObject().get("message").getAsString(),
                    text);
        }
    }

    /** The messages that the server wrote, all in frames. */
    private List<JsonObject> said() throws Violation {
        byte[] bytes = heard.all();
        List<JsonObject> messages = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            String head = new String(bytes, at, Math.min(60, bytes.length - at), StandardCharsets.US_ASCII);
            int end = head.indexOf("\r\n\r\n");
            if (!head.startsWith("Content-Length: ") || end < 0) {
                throw new Violation("the server says what is no message", head);
            }
            int length = Integer.parseInt(head.substring("Content-Length: ".length(), end));
            at += end + 4;
            if (at + length > bytes.length) {
                // the server ended while it wrote
                break;
            }
            String body = new String(bytes, at, length, StandardCharsets.UTF_8);
            messages.add(json(body).getAsJsonObject());
            at += length;
        }
        return messages;
    }

    private static JsonElement json(String text) {
        return new Gson().fromJson(text, JsonElement.class);
    }
}
