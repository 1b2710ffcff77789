package org.collab.web.wire;

import java.util.Optional;
import org.collab.collaboration.entity.Activity;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Contents;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.ServerMessage.Cursor;
import org.collab.collaboration.entity.ServerMessage.Opening;
import org.collab.collaboration.entity.ServerMessage.Status;
import org.collab.collaboration.entity.SessionLimits;

/** Spells everything that the server says. */
public final class ServerMessageWriter {
    /** The version of the protocol that is spoken. */
    public static final int PROTOCOL = 1;

    private ServerMessageWriter() {}

    public static String write(ServerMessage message) {
        if (message instanceof ServerMessage.Changes changes) {
            return typed("changes", json -> json.list("changes", changes.changes(), ServerMessageWriter::change));
        } else if (message instanceof ServerMessage.Presence presence) {
            return typed("presence", json -> presence(json, presence));
        } else if (message instanceof ServerMessage.Welcome welcome) {
            return typed("welcome", json -> {
                opening(json, welcome.opening());
                welcome.contents().ifPresent(contents -> contents(json, welcome.opening(), contents));
            });
        } else if (message instanceof ServerMessage.Resync resync) {
            return typed("resync", json -> {
                json.field("code", resync.code().code()).field("message", resync.message());
                opening(json, resync.opening());
                contents(json, resync.opening(), resync.contents());
            });
        } else if (message instanceof ServerMessage.Rejected rejected) {
            return typed(
                    "rejected",
                    json -> json.field("seq", rejected.seq())
                            .field("code", rejected.code().code())
                            .field("message", rejected.message())
                            .field("retryable", rejected.code().retryable()));
        } else if (message instanceof ServerMessage.Pong pong) {
            return typed("pong", json -> json.field("sentAt", pong.sentAt()).field("at", pong.at()));
        } else if (message instanceof ServerMessage.RoleChanged changed) {
            return typed("role", json -> json.field("role", changed.role().code()));
        } else if (message instanceof ServerMessage.Drain drain) {
            return typed(
                    "drain",
                    json -> json.field("retryAfterMs", drain.retryAfter().toMillis()));
        } else if (message instanceof ServerMessage.Failure failure) {
            return typed(
                    "error", json -> json.field("code", failure.code().code()).field("message", failure.message()));
        }
        throw new IllegalArgumentException("no spelling for " + message.getClass());
    }

    /** A change as an object of its own, as REST lists it. */
    public static String write(CommittedChange change) {
        return JsonText.object(json -> change(json, change));
    }

    private static String typed(String type, java.util.function.Consumer<JsonText> fields) {
        return JsonText.object(json -> {
            json.field("type", type);
            fields.accept(json);
        });
    }

    private static void change(JsonText json, CommittedChange change) {
        json.field("revision", change.revision())
                .field("clientId", change.clientId())
                .field("seq", change.seq())
                .field("userId", change.userId())
                .field("at", change.at())
                .raw("delta", change.deltaJson());
    }

    private static void opening(JsonText json, Opening opening) {
        json.field("protocol", PROTOCOL)
                .field("head", opening.head())
                .field("epoch", opening.epoch())
                .field("role", opening.role().code())
                .field("acknowledged", opening.acknowledged())
                .object("self", self -> person(self, opening.self()))
                .list("participants", opening.participants(), ServerMessageWriter::person)
                .object("limits", limits -> limits(limits, opening.limits()));
    }

    private static void contents(JsonText json, Opening opening, Contents contents) {
        json.field("revision", opening.head()).raw("contents", contents.json());
    }

    private static void limits(JsonText json, SessionLimits limits) {
        json.field("messageBytes", limits.messageBytes())
                .field("opsPerDelta", limits.opsPerDelta())
                .field("nesting", limits.nesting())
                .field("documentLength", limits.documentLength())
                .field("messagesPerSecond", limits.messagesPerSecond());
    }

    private static void presence(JsonText json, ServerMessage.Presence presence) {
        json.list("joined", presence.joined(), ServerMessageWriter::person)
                .strings("left", presence.left())
                .list("cursors", presence.cursors(), ServerMessageWriter::cursor)
                .list("status", presence.statuses(), ServerMessageWriter::status);
    }

    private static void person(JsonText json, Person person) {
        json.field("clientId", person.clientId())
                .field("userId", person.userId())
                .field("displayName", person.displayName())
                .field("color", person.color());
    }

    private static void status(JsonText json, Status status) {
        json.field("clientId", status.clientId())
                .field("status", status.activity() == Activity.IDLE ? "idle" : "active");
    }

    private static void cursor(JsonText json, Cursor cursor) {
        json.field("clientId", cursor.clientId()).field("revision", cursor.revision());
        Optional<CursorRange> range = cursor.range();
        if (range.isPresent()) {
            CursorRange place = range.get();
            json.object("range", fields -> fields.field("index", place.index()).field("length", place.length()));
        } else {
            json.fieldNull("range");
        }
    }
}
