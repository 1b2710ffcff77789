package org.collab.relay.control;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.entity.Activity;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.Seated;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.InvalidDeltaException;
import org.collab.ot.Limits;

/**
 * Messages between nodes as JSON texts, {@code {"v":1,"type":…}}. Unknown fields are ignored, unknown versions and types
 * passed over, so that nodes of two releases get along; whatever is malformed is refused as a whole.
 */
public final class RelayJson {
    /** UTF-16 code units of a message; longer ones are neither sent nor read. */
    public static final int LONGEST = 512 * 1024;

    /** Kept: looking it up takes longer than a message. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int VERSION = 1;
    private static final int LARGEST_CHANGES = 64 * 1024;
    private static final int MOST_CHANGES = 500;

    private RelayJson() {}

    /** A message was malformed, or too long. */
    public static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }

        MalformedException(Throwable cause) {
            super(cause);
        }
    }

    /** Whether all of these may go into one message; else only the head is told. */
    public static boolean fit(List<CommittedChange> changes) {
        long units = changes.stream()
                .mapToLong(change -> change.deltaJson().length())
                .sum();
        return changes.size() <= MOST_CHANGES && units <= LARGEST_CHANGES;
    }

    public static String write(RelayMessage message) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("v", VERSION)
                .add("node", message.nodeId().toString())
                .add("at", message.at().toString());
        if (message instanceof RelayMessage.Committed committed) {
            JsonArrayBuilder changes = JSON.createArrayBuilder();
            committed.changes().forEach(change -> changes.add(change(change)));
            json.add("type", "committed")
                    .add("document", committed.documentId().toString())
                    .add("epoch", committed.epoch())
                    .add("first", committed.first())
                    .add("last", committed.last())
                    .add("changes", changes);
        } else if (message instanceof RelayMessage.Present present) {
            JsonArrayBuilder seated = JSON.createArrayBuilder();
            present.seated().forEach(seat -> seated.add(seat(seat)));
            json.add("type", "present")
                    .add("document", present.documentId().toString())
                    .add("seated", seated);
        } else {
            json.add("type", "alive");
        }
        return json.build().toString();
    }

    private static JsonObjectBuilder change(CommittedChange change) {
        return JSON.createObjectBuilder()
                .add("revision", change.revision())
                .add("client", change.clientId().toString())
                .add("seq", change.seq())
                .add("user", change.userId().toString())
                .add("base", change.baseRevision())
                .add("at", change.at().toString())
                .add("delta", change.deltaJson())
                .add("hash", change.hash().toString());
    }

    private static JsonObjectBuilder seat(Seated seat) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("client", seat.person().clientId().toString())
                .add("user", seat.person().userId().toString())
                .add("name", seat.person().displayName())
                .add("color", seat.person().color())
                .add("idle", seat.activity() == Activity.IDLE)
                .add("revision", seat.revision());
        seat.range().ifPresent(range -> json.add("index", range.index()).add("length", range.length()));
        return json;
    }

    /** @return empty for a version or type that is not known here */
    public static Optional<RelayMessage> read(String text) throws MalformedException {
        if (text.length() > LONGEST) {
            throw new MalformedException("a message of " + text.length() + " characters");
        }
        try (var reader = JSON.createReader(new StringReader(text))) {
            return message(reader.readObject());
        } catch (JsonException
                | InvalidDeltaException
                | NullPointerException
                | ClassCastException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            throw new MalformedException(e);
        }
    }

    private static Optional<RelayMessage> message(JsonObject json) {
        if (json.getInt("v") != VERSION) {
            return Optional.empty();
        }
        UUID node = UUID.fromString(json.getString("node"));
        Instant at = Instant.parse(json.getString("at"));
        return switch (json.getString("type")) {
            case "committed" ->
                Optional.of(new RelayMessage.Committed(
                        node,
                        at,
                        UUID.fromString(json.getString("document")),
                        number(json, "epoch"),
                        number(json, "first"),
                        number(json, "last"),
                        json.getJsonArray("changes").getValuesAs(JsonObject.class).stream()
                                .map(RelayJson::readChange)
                                .toList()));
            case "present" ->
                Optional.of(new RelayMessage.Present(
                        node,
                        at,
                        UUID.fromString(json.getString("document")),
                        json.getJsonArray("seated").getValuesAs(JsonObject.class).stream()
                                .map(RelayJson::readSeat)
                                .toList()));
            case "alive" -> Optional.of(new RelayMessage.Alive(node, at));
            default -> Optional.empty();
        };
    }

    private static CommittedChange readChange(JsonObject json) {
        String text = json.getString("delta");
        Delta delta = DeltaJson.read(text, Limits.DOCUMENT);
        return new CommittedChange(
                number(json, "revision"),
                UUID.fromString(json.getString("client")),
                number(json, "seq"),
                UUID.fromString(json.getString("user")),
                number(json, "base"),
                Instant.parse(json.getString("at")),
                delta,
                text,
                new ChangeHash(HexFormat.of().parseHex(json.getString("hash"))));
    }

    private static Seated readSeat(JsonObject json) {
        Person person = new Person(
                UUID.fromString(json.getString("client")),
                UUID.fromString(json.getString("user")),
                json.getString("name"),
                json.getString("color"));
        Optional<CursorRange> range = json.containsKey("index")
                ? Optional.of(new CursorRange(
                        json.getJsonNumber("index").intValueExact(),
                        json.getJsonNumber("length").intValueExact()))
                : Optional.empty();
        Activity activity = json.getBoolean("idle", false) ? Activity.IDLE : Activity.ACTIVE;
        return new Seated(person, activity, number(json, "revision"), range);
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValueExact();
    }
}
