package org.collab.web.wire;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.collab.collaboration.entity.Activity;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Hello;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.ot.DeltaJson;
import org.collab.ot.InvalidDeltaException;

/** Reads what clients say. Unknown fields are ignored; everything else that is not as agreed is refused. */
public final class ClientMessageReader {
    /** Kept: looking the provider up takes longer than reading a message. */
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private ClientMessageReader() {}

    /** @throws CollabException {@code malformed-json}, {@code unknown-type} or {@code protocol-error} */
    public static ClientMessage read(String text) {
        JsonObject message = parse(text);
        String type = string(message, "type");
        return switch (type) {
            case "hello" -> hello(message);
            case "submit" -> submit(message);
            case "hash" -> new ClientMessage.Hash(count(message, "revision"), string(message, "hash"));
            case "cursor" ->
                new ClientMessage.MoveCursor(count(message, "revision"), range(message), activity(message));
            case "ping" -> new ClientMessage.Ping(number(message, "sentAt"));
            default ->
                throw new CollabException(
                        ErrorCode.UNKNOWN_TYPE,
                        "there is no message of type \"" + type.substring(0, Math.min(40, type.length())) + '"');
        };
    }

    private static JsonObject parse(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            JsonObject message = parser.getObject();
            if (parser.hasNext()) {
                throw new JsonException("more follows");
            }
            return message;
        } catch (RuntimeException e) {
            // Parsers have many ways to say it; Parsson tells of too much nesting by a bare RuntimeException.
            throw new CollabException(ErrorCode.MALFORMED_JSON, "a message is one JSON object");
        }
    }

    private static ClientMessage hello(JsonObject message) {
        long protocol = count(message, "protocol");
        if (protocol != ServerMessageWriter.PROTOCOL) {
            throw wrong("protocol must be " + ServerMessageWriter.PROTOCOL + ", was " + protocol);
        }
        return new ClientMessage.Open(
                new Hello(clientId(message), countOrNothing(message, "revision"), countOrNothing(message, "epoch")));
    }

    private static ClientMessage submit(JsonObject message) {
        long seq = count(message, "seq");
        if (seq == 0) {
            throw wrong("seq must be 1 or more, was 0");
        }
        long baseRevision = count(message, "baseRevision");
        if (!(message.get("delta") instanceof JsonArray delta)) {
            throw wrong("delta must be a list of ops");
        }
        try {
            return new ClientMessage.Submit(seq, baseRevision, DeltaJson.read(delta.toString()));
        } catch (InvalidDeltaException e) {
            return new ClientMessage.BadSubmit(seq, e);
        }
    }

    private static Optional<CursorRange> range(JsonObject message) {
        JsonValue value = message.get("range");
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return Optional.empty();
        }
        if (!(value instanceof JsonObject range)) {
            throw wrong("range must be an object or null");
        }
        try {
            return Optional.of(
                    new CursorRange(Math.toIntExact(count(range, "index")), Math.toIntExact(count(range, "length"))));
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw wrong("range must lie within a document");
        }
    }

    /** Clients that do not tell it are active when they move; what is unknown here means the same. */
    private static Activity activity(JsonObject message) {
        boolean idle = message.get("status") instanceof JsonString status
                && status.getString().equals("idle");
        return idle ? Activity.IDLE : Activity.ACTIVE;
    }

    private static UUID clientId(JsonObject message) {
        try {
            return ClientMessage.clientId(string(message, "clientId"));
        } catch (IllegalArgumentException e) {
            throw wrong("clientId must be a UUID in canonical lower case");
        }
    }

    private static String string(JsonObject message, String name) {
        if (message.get(name) instanceof JsonString string) {
            return string.getString();
        }
        throw wrong(name + " must be a string");
    }

    private static long number(JsonObject message, String name) {
        if (message.get(name) instanceof JsonNumber number) {
            return number.longValue();
        }
        throw wrong(name + " must be a number");
    }

    private static OptionalLong countOrNothing(JsonObject message, String name) {
        JsonValue value = message.get(name);
        boolean absent = value == null || value.getValueType() == JsonValue.ValueType.NULL;
        return absent ? OptionalLong.empty() : OptionalLong.of(count(message, name));
    }

    /** A whole number from 0. */
    private static long count(JsonObject message, String name) {
        if (message.get(name) instanceof JsonNumber number && number.isIntegral()) {
            try {
                long value = number.longValueExact();
                if (value >= 0) {
                    return value;
                }
            } catch (ArithmeticException e) {
                // falls through: too large to be a count of anything
            }
        }
        throw wrong(name + " must be a whole number from 0");
    }

    private static CollabException wrong(String message) {
        return new CollabException(ErrorCode.PROTOCOL_ERROR, message);
    }
}
