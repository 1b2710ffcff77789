package org.collab.it.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes up what no client should send: broken frames, and messages of each type that are almost right. */
final class Nonsense {
    private static final int KIBIBYTE = 1_024;
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e999",
            "9223372036854775807",
            "9223372036854775808",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"__proto__\"",
            "\"constructor\"",
            "[]",
            "{}",
            "[[[[[[[[[[1]]]]]]]]]]",
            "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":1}}}}}}}",
            "[{\"insert\":\"x\"},{\"retain\":-1}]",
            "[{\"insert\":\"x\",\"attributes\":{\"__proto__\":{\"x\":1}}}]",
            "[{\"insert\":{\"image\":\"javascript:alert(1)\"}}]",
            "[{\"delete\":2147483647}]",
            "[{\"retain\":2147483647},{\"retain\":2147483647},{\"insert\":\"x\"}]");

    private final Random random;
    private final String clientId = UUID.randomUUID().toString();
    private final List<Supplier<List<Frame>>> kinds = List.of(
            this::badOpcode,
            this::reservedBits,
            this::badUtf8,
            this::unmasked,
            this::declaredTooLong,
            this::oversized,
            this::oversizedInFragments,
            this::fragmentsOutOfOrder,
            this::badControlFrame,
            this::badClose,
            this::binary,
            this::garbage,
            this::deeplyNested,
            this::mutatedMessage,
            this::mutatedMessage,
            this::mutatedMessage,
            this::mutatedMessage,
            this::mutatedMessage);
    private long seq;

    Nonsense(Random random) {
        this.random = random;
    }

    /** The hello that comes before, so that the rest is not refused for the lack of it. */
    Frame hello() {
        return Frame.text("{\"type\":\"hello\",\"protocol\":1,\"clientId\":\"" + clientId + "\",\"revision\":null}");
    }

    List<Frame> next() {
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    /** A handshake's first lines, mostly wrong. */
    String handshake(String path, String host) {
        List<String> lines = new ArrayList<>(List.of(
                "Host: " + host,
                "Origin: http://" + host,
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Protocol: collab.v1"));
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(random.nextInt(lines.size()));
            case 1 -> lines.set(5, "Sec-WebSocket-Version: " + random.nextInt());
            case 2 -> lines.set(4, "Sec-WebSocket-Key: " + letters(random.nextInt(200)));
            case 3 -> lines.add("X-Long: " + letters(20_000));
            case 4 ->
                lines.add("Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=" + random.nextInt());
            default -> lines.set(6, "Sec-WebSocket-Protocol: " + letters(20));
        }
        return "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
    }

    private List<Frame> badOpcode() {
        int opcode = random.nextBoolean() ? 3 + random.nextInt(5) : 11 + random.nextInt(5);
        return List.of(Frame.of(Frame.FIN | opcode, bytes(random.nextInt(200))));
    }

    private List<Frame> reservedBits() {
        return List.of(Frame.of(Frame.FIN | (1 + random.nextInt(7)) << 4 | Frame.TEXT, bytes(random.nextInt(200))));
    }

    private List<Frame> badUtf8() {
        byte[] text = message().getBytes(StandardCharsets.UTF_8);
        byte[][] wrong = {
            {(byte) 0xc0, (byte) 0xaf}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xff}, {(byte) 0xf0}
        };
        byte[] piece = wrong[random.nextInt(wrong.length)];
        System.arraycopy(piece, 0, text, random.nextInt(text.length - piece.length), piece.length);
        return List.of(Frame.of(Frame.FIN | Frame.TEXT, text));
    }

    private List<Frame> unmasked() {
        return List.of(Frame.text(message()).unmasked());
    }

    /** A header that promises more than ever comes. */
    private List<Frame> declaredTooLong() {
        long[] lengths = {200, 65_536, 262_145, 4_194_304, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, -1};
        return List.of(Frame.text(message()).declaring(lengths[random.nextInt(lengths.length)]));
    }

    private List<Frame> oversized() {
        int length = (257 + random.nextInt(2_000)) * KIBIBYTE;
        return List.of(Frame.text("{\"type\":\"ping\",\"sentAt\":\"" + "x".repeat(length) + "\"}"));
    }

    private List<Frame> oversizedInFragments() {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            frames.add(Frame.of(
                    i == 0 ? Frame.TEXT : Frame.CONTINUATION,
                    "x".repeat(10 * KIBIBYTE).getBytes(StandardCharsets.UTF_8)));
        }
        return frames;
    }

    private List<Frame> fragmentsOutOfOrder() {
        byte[] part = "{\"type\":".getBytes(StandardCharsets.UTF_8);
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            int opcode = random.nextInt(3) == 0 ? Frame.PING : random.nextBoolean() ? Frame.TEXT : Frame.CONTINUATION;
            int fin = opcode == Frame.PING || random.nextInt(3) == 0 ? Frame.FIN : 0;
            frames.add(Frame.of(fin | opcode, random.nextInt(3) == 0 ? new byte[0] : part));
        }
        return frames;
    }

    private List<Frame> badControlFrame() {
        int opcode = Frame.CLOSE + random.nextInt(3);
        boolean tooLong = random.nextBoolean();
        return List.of(Frame.of((tooLong ? Frame.FIN : 0) | opcode, bytes(tooLong ? 126 + random.nextInt(500) : 5)));
    }

    private List<Frame> badClose() {
        return List.of(Frame.of(Frame.FIN | Frame.CLOSE, bytes(random.nextInt(10))));
    }

    private List<Frame> binary() {
        int first = (random.nextInt(4) == 0 ? 0 : Frame.FIN) | Frame.BINARY;
        return List.of(Frame.of(first, bytes(random.nextInt(random.nextInt(20) == 0 ? 500_000 : 500))));
    }

    private List<Frame> garbage() {
        return List.of(
                Frame.of(Frame.FIN | Frame.TEXT, letters(random.nextInt(500)).getBytes(StandardCharsets.UTF_8)));
    }

    private List<Frame> deeplyNested() {
        int depth = 1 + random.nextInt(100_000);
        String delta = random.nextBoolean() ? "[".repeat(depth) : "{\"a\":".repeat(depth);
        return List.of(Frame.text("{\"type\":\"submit\",\"seq\":1,\"baseRevision\":0,\"delta\":" + delta));
    }

    private List<Frame> mutatedMessage() {
        String text = message();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text = mutated(text);
        }
        return List.of(Frame.text(text));
    }

    /** A message as it should be. */
    private String message() {
        return switch (random.nextInt(6)) {
            case 0 ->
                "{\"type\":\"hello\",\"protocol\":1,\"clientId\":\"" + clientId + "\",\"revision\":0,\"epoch\":1}";
            case 1 -> "{\"type\":\"cursor\",\"revision\":0,\"range\":{\"index\":0,\"length\":0}}";
            case 2 -> "{\"type\":\"hash\",\"revision\":0,\"hash\":\"0123456789abcdef\"}";
            case 3 -> "{\"type\":\"ping\",\"sentAt\":1}";
            default ->
                "{\"type\":\"submit\",\"seq\":" + ++seq + ",\"baseRevision\":0,\"delta\":[{\"insert\":\"" + letters(5)
                        + "\",\"attributes\":{\"bold\":true}},{\"retain\":1}]}";
        };
    }

    private String mutated(String text) {
        if (text.isEmpty()) {
            return letters(3);
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at) + letters(1 + random.nextInt(3)) + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(5)));
            case 2 -> text.substring(0, at) + text + text.substring(at);
            case 3 -> text.substring(0, at + 1);
            default -> withOtherValue(text);
        };
    }

    /** Puts another value behind one of the colons. */
    private String withOtherValue(String text) {
        List<Integer> colons = new ArrayList<>();
        for (int i = text.indexOf(':'); i >= 0; i = text.indexOf(':', i + 1)) {
            colons.add(i);
        }
        if (colons.isEmpty()) {
            return text;
        }
        int from = colons.get(random.nextInt(colons.size())) + 1;
        int comma = text.indexOf(',', from);
        int to = comma < 0 ? Math.max(from, text.length() - 1) : comma;
        return text.substring(0, from) + VALUES.get(random.nextInt(VALUES.size())) + text.substring(to);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(10) == 0 ? 0x80 + random.nextInt(0x700) : 0x20 + random.nextInt(0x5f));
        }
        return text.toString();
    }
}
