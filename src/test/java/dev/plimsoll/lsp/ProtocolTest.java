package dev.plimsoll.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes in place of messages, the server ends when nothing more comes, and says nothing that is no message. */
@Timeout(120)
class ProtocolTest {
    private static final List<String> MESSAGES = List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":"
                    + "\"file:///a/compose.yaml\",\"languageId\":\"yaml\",\"version\":1,\"text\":\"services: {a: {}}\"}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":"
                    + "\"file:///a/compose.yaml\",\"version\":2},\"contentChanges\":[{\"range\":{\"start\":{\"line\":0,"
                    + "\"character\":3},\"end\":{\"line\":0,\"character\":5}},\"text\":\"x\"}]}}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":"
                    + "\"file:///a/compose.yaml\"},\"position\":{\"line\":0,\"character\":2}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"textDocument/codeAction\",\"params\":{\"textDocument\":{\"uri\":"
                    + "\"file:///a/compose.yaml\"},\"range\":{\"start\":{\"line\":0,\"character\":0},\"end\":{\"line\":0,"
                    + "\"character\":9}},\"context\":{\"diagnostics\":[]}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"workspace/executeCommand\",\"params\":{\"command\":"
                    + "\"plimsoll.budget\",\"arguments\":[\"file:///a/compose.yaml\"]}}",
            "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"codeAction/resolve\",\"params\":{\"title\":\"a\",\"data\":"
                    + "{\"uri\":\"file:///a/compose.yaml\",\"analysis\":1,\"finding\":0,\"fix\":0}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"workspace/didChangeConfiguration\",\"params\":{\"settings\":"
                    + "{\"plimsoll\":{\"ignore\":[1,null],\"schema\":\"no\"}}}}");

    private static byte[] framed(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static ByteArrayOutputStream serve(byte[] input) throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        OutputStream out = new OutputStream() {
            @Override
            public synchronized void write(int b) {
                output.write(b);
            }

            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                output.write(bytes, from, length);
            }
        };
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> Service.serve(
                new ByteArrayInputStream(input),
                out,
                new File("/nowhere").getAbsoluteFile(),
                Map.of(),
                "1",
                said -> {}));
        assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        return output;
    }

    @Test
    void endsWhateverComes() throws Exception {
        for (String garbage : List.of(
                "",
                "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "Content-Length: -1\r\n\r\n{}",
                "Content-Length: many\r\n\r\n{}",
                "Content-Length: 2147483647\r\n\r\n{}",
                "Content-Length: 99999999999999999999\r\n\r\n{}",
                "Content-Length: 5\r\n\r\n{}",
                "Content-Length: 2\r\nContent-Type: x; charset=nonsense\r\n\r\n{}",
                "Content-Length: 0\r\n\r\n")) {
            serve(garbage.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void endsWhateverBecomesOfMessages() throws Exception {
        Random random = new Random(20261128);
        for (int run = 0; run < 60; run++) {
            ByteArrayOutputStream input = new ByteArrayOutputStream();
            for (int i = 0; i < 30; i++) {
                byte[] body = MESSAGES.get(i < 2 ? i : random.nextInt(MESSAGES.size()))
                        .getBytes(StandardCharsets.UTF_8);
                for (int changes = random.nextInt(4); changes > 0; changes--) {
                    body[random.nextInt(body.length)] = (byte) random.nextInt(256);
                }
                byte[] message = framed(body);
                if (random.nextInt(40) == 0) {
                    message[random.nextInt(message.length)] = (byte) random.nextInt(256);
                }
                input.writeBytes(message);
            }
            String said = serve(input.toByteArray()).toString(StandardCharsets.UTF_8);
            assertThat(said.isEmpty() || said.startsWith("Content-Length: "))
                    .as(said)
                    .isTrue();
        }
    }
}
