package org.collab.verifier;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collab.collaboration.control.HistoryVerifier;
import org.collab.collaboration.control.HistoryVerifier.Verdict;

/**
 * {@code verify [DOCUMENT-ID…]}: prints a line for each document, and ends with 0 where all histories are intact, 1 where
 * one is not, 2 where the database could not be read.
 */
public final class Main {
    private Main() {}

    private record Stored(UUID id, long head) {}

    public static void main(String[] arguments) {
        int broken = 0;
        try (Connection connection = DatabaseAddress.of(System.getenv()).connect()) {
            List<Stored> documents = documents(
                    connection, Arrays.stream(arguments).map(UUID::fromString).collect(Collectors.toSet()));
            for (Stored document : documents) {
                broken += isIntact(connection, document) ? 0 : 1;
            }
            System.out.println(documents.size() - broken + " intact, " + broken + " broken");
        } catch (SQLException | IOException | UnreadableDatabaseException | IllegalArgumentException e) {
            System.err.println("The histories could not be verified: " + e.getMessage());
            System.exit(2);
        }
        System.exit(broken == 0 ? 0 : 1);
    }

    private static boolean isIntact(Connection connection, Stored document) {
        StoredHistory history = new StoredHistory(connection, document.id());
        Verdict verdict = HistoryVerifier.verify(
                document.id(), document.head(), history::read, Optional.empty(), history.redactions());
        if (verdict instanceof Verdict.Intact intact) {
            System.out.println(document.id() + " intact up to revision " + intact.head() + ", hash " + intact.hash());
            intact.redactions()
                    .forEach(redaction -> System.out.println("    redacted at revision " + redaction.revision() + " by "
                            + redaction.authorId() + " on " + redaction.at() + ": " + redaction.units()
                            + " units in " + redaction.changes().size() + " changes; " + redaction.reason()));
            return true;
        }
        Verdict.Broken broken = (Verdict.Broken) verdict;
        System.out.println(document.id() + " BROKEN from revision " + broken.revision() + " on: " + broken.reason());
        return false;
    }

    private static List<Stored> documents(Connection connection, Set<UUID> wanted) throws SQLException {
        List<Stored> documents = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT id, head_revision FROM documents ORDER BY id")) {
            while (row.next()) {
                documents.add(new Stored(row.getObject(1, UUID.class), row.getLong(2)));
            }
        }
        if (wanted.isEmpty()) {
            return documents;
        }
        List<Stored> found = documents.stream()
                .filter(document -> wanted.contains(document.id()))
                .toList();
        if (found.size() < wanted.size()) {
            throw new IllegalArgumentException("not every document that was named is in the database");
        }
        return found;
    }
}
