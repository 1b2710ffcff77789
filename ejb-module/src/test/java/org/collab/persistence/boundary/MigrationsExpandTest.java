package org.collab.persistence.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations expand before they contract: a node of the version before goes on, and starts, on the schema that a newer
 * node has made. What takes something away that the version before reads, or refuses what it writes, belongs into a later
 * version, or stands here with the reason why it hurts no older node.
 */
class MigrationsExpandTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** File and clause, and why the version before does not mind. */
    private static final Map<String, String> ALLOWED = Map.of(
            "V2 documents add constraint documents_chunked_not_ahead",
            "older nodes leave chunked_revision at 0, and the head only grows",
            "V7 users alter column email drop not null",
            "nobody but guests and who was erased has no address, and older nodes make neither",
            "V7 users alter column password_hash drop not null",
            "nobody but guests, who was erased and who comes from the company's sign-in has none",
            "V7 users add constraint users_members_have_addresses",
            "every account that older nodes make has an address");

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern BODY = Pattern.compile("\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern ALTER_TABLE = Pattern.compile("alter table (?:if exists )?(?:only )?(\\S+) (.*)");
    private static final Pattern ADD_COLUMN = Pattern.compile("add column (?:if not exists )?(\\S+) (.*)");
    private static final Pattern CREATE_TABLE =
            Pattern.compile("create table (?:if not exists )?([^\\s(]+).*", Pattern.DOTALL);
    private static final Pattern CHECK = Pattern.compile("add constraint \\S+ check \\((.*)\\)");
    private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern CONTRACTING = Pattern.compile(
            "(drop|truncate|delete|revoke) .*|alter (?!table|sequence)\\S+ .*rename .*|create (or replace )?trigger .*");
    private static final Set<String> SQL_WORDS = Set.of("in", "is", "not", "null", "or", "and");

    @Test
    void every_migration_expands_or_says_why_it_may_contract() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path file : migrations()) {
            String version = file.getFileName().toString().replaceAll("__.*", "");
            for (String contraction : contractions(Files.readString(file))) {
                found.put(version + ' ' + contraction, file.toString());
            }
        }
        assertThat(found.keySet()).as("what contracts, and what is allowed to").isEqualTo(ALLOWED.keySet());
    }

    @Test
    void versions_are_numbered_one_after_the_other() throws IOException {
        List<String> names =
                migrations().stream().map(file -> file.getFileName().toString()).toList();
        for (int i = 0; i < names.size(); i++) {
            assertThat(names.get(i)).startsWith("V" + (i + 1) + "__").endsWith(".sql");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE users;",
                "drop view document_roles;",
                "ALTER TABLE users DROP COLUMN email;",
                "ALTER TABLE users RENAME COLUMN email TO address;",
                "ALTER TABLE users RENAME TO people;",
                "ALTER TABLE users ALTER COLUMN email SET NOT NULL;",
                "ALTER TABLE users ALTER COLUMN email TYPE varchar(20);",
                "ALTER TABLE users ALTER COLUMN email DROP DEFAULT;",
                "ALTER TABLE users ADD COLUMN phone text NOT NULL;",
                "ALTER TABLE users ADD COLUMN phone text, ADD COLUMN fax text NOT NULL CHECK (fax <> '');",
                "ALTER TABLE users ADD CONSTRAINT short CHECK (length(email) < 20);",
                "ALTER TABLE users ADD CONSTRAINT users_name_key UNIQUE (display_name);",
                "CREATE UNIQUE INDEX users_name ON users (display_name);",
                "CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f();",
                "TRUNCATE sessions;",
                "DELETE FROM sessions;"
            })
    void this_contracts(String sql) {
        assertThat(contractions(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- DROP TABLE users;",
                "CREATE TABLE phones (number text NOT NULL UNIQUE); CREATE UNIQUE INDEX one ON phones (number);",
                "ALTER TABLE users ADD COLUMN phone text;",
                "ALTER TABLE users ADD COLUMN phone text NOT NULL DEFAULT '', ADD CONSTRAINT p CHECK (phone IN ('', 'x'));",
                "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM users; END $$;",
                "CREATE INDEX users_name ON users (display_name);",
                "ALTER TABLE images ALTER COLUMN bytes SET STORAGE EXTERNAL;"
            })
    void this_expands(String sql) {
        assertThat(contractions(sql)).isEmpty();
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.sorted(java.util.Comparator.comparingInt(MigrationsExpandTest::number))
                    .toList();
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("\\D*(\\d+)__.*", "$1"));
    }

    /** Tables that a migration has made itself are its own: no older node knows them. */
    private static List<String> contractions(String sql) {
        Set<String> ownTables = new HashSet<>();
        List<String> found = new ArrayList<>();
        for (String statement : statements(sql)) {
            Matcher table = CREATE_TABLE.matcher(statement);
            Matcher alter = ALTER_TABLE.matcher(statement);
            if (table.matches()) {
                ownTables.add(table.group(1));
            } else if (alter.matches()) {
                if (!ownTables.contains(alter.group(1))) {
                    found.addAll(alterations(alter.group(1), alter.group(2)));
                }
            } else if (CONTRACTING.matcher(statement).matches() || statement.startsWith("create unique index")) {
                boolean own = ownTables.stream().anyMatch(name -> statement.contains(" on " + name + ' '));
                if (!own) {
                    found.add(statement);
                }
            }
        }
        return found;
    }

    private static List<String> statements(String sql) {
        String bare = STRING.matcher(
                        BODY.matcher(COMMENT.matcher(sql).replaceAll("")).replaceAll("body"))
                .replaceAll("''");
        return Stream.of(bare.split(";", -1))
                .map(statement -> statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static List<String> alterations(String table, String clauses) {
        List<String> found = new ArrayList<>();
        Set<String> ownColumns = new HashSet<>();
        for (String clause : clauses(clauses)) {
            Matcher column = ADD_COLUMN.matcher(clause);
            if (column.matches()) {
                ownColumns.add(column.group(1));
                if (column.group(2).contains("not null") && !column.group(2).contains("default")) {
                    found.add(table + ' ' + clause);
                }
            } else if (!expands(clause, ownColumns)) {
                found.add(table + ' ' + clause.replaceAll(" (check|unique) .*", ""));
            }
        }
        return found;
    }

    private static boolean expands(String clause, Set<String> ownColumns) {
        Matcher check = CHECK.matcher(clause);
        if (clause.matches("alter column \\S+ set (storage|default) .*")) {
            return true;
        }
        return check.matches()
                && WORD.matcher(check.group(1))
                        .results()
                        .map(word -> word.group())
                        .allMatch(word -> SQL_WORDS.contains(word) || ownColumns.contains(word));
    }

    /** Split at the commas that are not within brackets. */
    private static List<String> clauses(String text) {
        List<String> clauses = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            depth += at == '(' ? 1 : at == ')' ? -1 : 0;
            if (at == ',' && depth == 0) {
                clauses.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        clauses.add(text.substring(start).strip());
        return clauses;
    }
}
