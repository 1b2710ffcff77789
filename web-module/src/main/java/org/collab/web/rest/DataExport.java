package org.collab.web.rest;

import jakarta.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.collab.administration.boundary.MyData;
import org.collab.administration.control.MyDataTable.MyDocument;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.identity.entity.SessionView;
import org.collab.identity.entity.User;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;

/**
 * Writes one export as it is read, in one JSON object. What would be longer than {@link #MOST_CHARACTERS} is cut off
 * behind a whole document, and says so: {@code "complete":false}.
 */
final class DataExport {
    private static final long MOST_CHARACTERS = 500_000_000;

    private final MyData data;
    private final UUID userId;
    private final Writer writer;
    private long written;

    DataExport(MyData data, UUID userId, OutputStream output) {
        this.data = data;
        this.userId = userId;
        this.writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    }

    void write(MyData.Beginning beginning) throws IOException {
        put("{\"profile\":" + profile(beginning.user()));
        list("sessions", beginning.sessions().iterator(), session -> put(session(session)));
        list(
                "rooms",
                beginning.rooms().iterator(),
                room -> put("{\"id\":\"" + room.id() + "\",\"name\":" + text(room.name()) + ",\"role\":"
                        + text(room.role().toLowerCase(Locale.ROOT)) + "}"));
        list("groups", beginning.groups().iterator(), group -> put(text(group)));
        boolean complete = documents(beginning.documents().iterator());
        put(",\"comments\":[],\"auditEvents\":[");
        auditEvents();
        put("],\"complete\":" + complete + "}");
        writer.flush();
    }

    private boolean documents(Iterator<MyDocument> documents) throws IOException {
        put(",\"documents\":[");
        for (boolean first = true; documents.hasNext() && written < MOST_CHARACTERS; first = false) {
            put(first ? "" : ",");
            document(documents.next());
        }
        put("]");
        return !documents.hasNext();
    }

    private void document(MyDocument document) throws IOException {
        put("{\"id\":\"" + document.id() + "\",\"title\":" + text(document.title()) + ",\"room\":"
                + text(document.roomName()) + ",\"contents\":");
        Optional<Delta> contents = data.text(userId, document.id());
        put(contents.map(DeltaJson::write).orElse("null") + ",\"changes\":[");
        MyData.Portion<CommittedChange> portion;
        boolean first = true;
        long last = 0;
        do {
            portion = data.changes(userId, document.id(), last);
            for (CommittedChange change : portion.items()) {
                put((first ? "" : ",") + "{\"revision\":" + change.revision() + ",\"at\":\"" + change.at()
                        + "\",\"delta\":" + change.deltaJson() + "}");
                first = false;
            }
            last = portion.last();
        } while (portion.hasMore());
        put("]}");
    }

    private void auditEvents() throws IOException {
        MyData.Portion<String> portion;
        boolean first = true;
        long last = 0;
        do {
            portion = data.auditEvents(userId, last);
            for (String line : portion.items()) {
                put((first ? "" : ",") + line);
                first = false;
            }
            last = portion.last();
        } while (portion.hasMore());
    }

    private static String profile(User user) {
        return "{\"id\":\"" + user.id() + "\",\"email\":" + text(user.email()) + ",\"displayName\":"
                + text(user.displayName()) + ",\"color\":" + text(user.color()) + ",\"language\":"
                + text(user.language()) + ",\"theme\":" + text(user.theme()) + "}";
    }

    private static String session(SessionView session) {
        return "{\"id\":\"" + session.id() + "\",\"createdAt\":\"" + session.createdAt() + "\",\"usedAt\":\""
                + session.usedAt() + "\",\"address\":" + text(session.address()) + ",\"userAgent\":"
                + text(session.userAgent()) + "}";
    }

    private static String text(Optional<String> value) {
        return value.map(DataExport::text).orElse("null");
    }

    private static String text(String value) {
        return Json.createValue(value).toString();
    }

    /** Writes one item. */
    private interface Item<T> {
        void write(T item) throws IOException;
    }

    private <T> void list(String name, Iterator<T> items, Item<T> item) throws IOException {
        put(",\"" + name + "\":[");
        for (boolean first = true; items.hasNext(); first = false) {
            put(first ? "" : ",");
            item.write(items.next());
        }
        put("]");
    }

    private void put(String json) throws IOException {
        writer.write(json);
        written += json.length();
    }
}
