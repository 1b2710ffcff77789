package org.collab.web.wire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.collab.history.boundary.History;
import org.collab.history.control.Authorship;
import org.collab.history.entity.Author;
import org.collab.history.entity.Difference;
import org.collab.history.entity.NamedVersion;
import org.collab.history.entity.Passage;
import org.collab.history.entity.Stretch;
import org.collab.history.entity.Tally;
import org.collab.history.entity.Timeline;
import org.collab.history.entity.WorkSession;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;

/** Histories as JSON. */
public final class HistoryWriter {
    private HistoryWriter() {}

    public static String write(Timeline timeline) {
        return JsonText.object(json -> {
            json.list("items", timeline.entries(), HistoryWriter::entry)
                    .field("total", timeline.total())
                    .field("head", timeline.head());
            if (timeline.next().isPresent()) {
                json.field("next", timeline.next().getAsLong());
            } else {
                json.fieldNull("next");
            }
            people(json, timeline.people());
        });
    }

    private static void entry(JsonText json, Timeline.Entry entry) {
        WorkSession session = entry.session();
        List<Tally> tallies = List.copyOf(session.people().values());
        json.field("firstRevision", session.firstRevision())
                .field("lastRevision", session.lastRevision())
                .field("startedAt", session.startedAt())
                .field("endedAt", session.endedAt())
                .field("changes", session.changes())
                .field("inserted", tallies.stream().mapToLong(Tally::inserted).sum())
                .field("deleted", tallies.stream().mapToLong(Tally::deleted).sum())
                .list("authors", session.people().entrySet(), HistoryWriter::author)
                .list("versions", entry.versions(), HistoryWriter::version);
    }

    private static void author(JsonText json, Map.Entry<UUID, Tally> author) {
        json.field("userId", author.getKey())
                .field("inserted", author.getValue().inserted())
                .field("deleted", author.getValue().deleted())
                .field("changes", author.getValue().changes());
    }

    private static void version(JsonText json, NamedVersion version) {
        json.field("id", version.id())
                .field("revision", version.revision())
                .field("name", version.name())
                .field("starred", version.starred())
                .field("createdBy", version.createdBy())
                .field("createdAt", version.createdAt());
    }

    public static String write(History.Told told) {
        Difference difference = told.difference();
        return JsonText.object(json -> {
            json.field("from", difference.from())
                    .field("to", difference.to())
                    .field("exact", difference.exact())
                    .list("passages", difference.passages(), HistoryWriter::passage);
            people(json, told.people());
        });
    }

    private static void passage(JsonText json, Passage passage) {
        String op = DeltaJson.write(Delta.of(List.of(passage.content())));
        json.field("kind", passage.kind().name().toLowerCase(Locale.ROOT)).raw("op", op.substring(1, op.length() - 1));
        passage.userId().ifPresent(user -> json.field("userId", user).field("at", passage.at()));
    }

    public static String write(History.AuthorsAt authors) {
        return JsonText.object(json -> {
            json.field("revision", authors.revision()).list("stretches", authors.stretches(), HistoryWriter::stretch);
            people(json, authors.people());
        });
    }

    private static void stretch(JsonText json, Stretch stretch) {
        json.field("length", stretch.length());
        if (!stretch.userId().equals(Authorship.NOBODY)) {
            json.field("userId", stretch.userId()).field("at", stretch.at());
        }
    }

    private static void people(JsonText json, List<Author> people) {
        json.list(
                "people",
                people,
                (item, person) -> item.field("userId", person.userId())
                        .field("displayName", person.displayName())
                        .field("color", person.color()));
    }
}
