package org.collab.history.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.collab.collaboration.control.HistoryVerifier.Verdict;
import org.collab.collaboration.entity.DocumentText;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.Op;
import org.collab.ot.RichText;
import org.collab.ot.table.TableContent;
import org.collab.ot.table.TableEmbed;
import org.junit.jupiter.api.Test;

class TableRedactionTest {
    private static final long SEED = Long.getLong("redaction.seed", System.nanoTime());
    private static final int ROUNDS = 40;

    @Test
    void a_table_says_nothing_in_any_revision_and_all_else_stays() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomHistory history = new RandomHistory(seed, 20, 2, 5);
            Random random = new Random(seed);
            int at = random.nextInt(history.head().length());
            history.add(
                    history.people.get(0),
                    edit(at).embed(TableEmbed.TYPE, table()).build());
            for (int i = 0; i < 60; i++) {
                at = random.nextInt(4) == 0 ? typedBefore(history, at) : typedInto(history, at, random);
            }
            int revision = 21 + random.nextInt(60);
            RedactedHistory redacted = new RedactedHistory(
                    history,
                    RedactedHistory.target(history, revision, place(history, revision), place(history, revision) + 1));
            assertThat(redacted.verify(List.of(redacted.redaction)))
                    .as("seed %d", seed)
                    .isInstanceOf(Verdict.Intact.class);
            List<RichText> texts = redacted.texts();
            for (int i = 0; i < history.texts.size(); i++) {
                Delta was = history.texts.get(i).toDelta();
                Delta is = texts.get(i).toDelta();
                assertThat(letters(is)).as("seed %d, revision %d", seed, i).isEqualTo(letters(was));
                assertThat(cells(is))
                        .as("seed %d, revision %d", seed, i)
                        .isEqualTo(cells(was).replaceAll("[A-Z]", "█"));
            }
            redacted.log.forEach(change -> assertThat(change.deltaJson()).doesNotContainPattern("[A-Z]"));
        }
    }

    @Test
    void a_text_typed_letter_by_letter_into_a_cell_is_found_from_elsewhere() {
        RandomHistory history = new RandomHistory(1, 0, 2, 1);
        UUID ana = history.people.get(0);
        history.add(ana, edit(0).embed(TableEmbed.TYPE, table()).build());
        for (int i = 0; i < 6; i++) {
            history.add(
                    ana,
                    edit(0).retainEmbed(
                                    TableEmbed.TYPE, typed("r1:c1", i, "SECRET".substring(i, i + 1)), Attributes.EMPTY)
                            .build());
        }
        history.add(
                ana,
                edit(0).retainEmbed(TableEmbed.TYPE, typed("r1:c1", 0, "My "), Attributes.EMPTY)
                        .build());
        history.add(ana, edit(1).insert("SECRET").build());
        RedactedHistory redacted = RedactedHistory.without(history, 1, 7);
        assertThat(cells(last(redacted))).isEqualTo("My ██████");
        assertThat(redacted.redaction.units()).isEqualTo(12);
        assertThat(redacted.verify(List.of(redacted.redaction))).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void a_table_that_was_deleted_and_brought_back_is_emptied_in_both_lives() {
        RandomHistory history = new RandomHistory(1, 0, 2, 1);
        UUID ana = history.people.get(0);
        history.add(ana, edit(0).embed(TableEmbed.TYPE, table()).build());
        history.add(
                ana,
                edit(0).retainEmbed(TableEmbed.TYPE, typed("r1:c1", 0, "SALARY"), Attributes.EMPTY)
                        .build());
        var full = ((Op.Embed) history.head().toDelta().ops().get(0)).value();
        history.add(ana, edit(0).delete(1).build());
        history.add(ana, edit(0).embed(TableEmbed.TYPE, full).build());
        for (int revision : new int[] {2, 4}) {
            RedactedHistory redacted = new RedactedHistory(history, RedactedHistory.target(history, revision, 0, 1));
            assertThat(cells(redacted.texts().get(2).toDelta())).isEqualTo("██████");
            assertThat(cells(last(redacted))).isEqualTo("██████");
        }
    }

    @Test
    void another_table_that_says_the_same_by_itself_stays() {
        RandomHistory history = new RandomHistory(1, 0, 2, 1);
        UUID ana = history.people.get(0);
        for (int i = 0; i < 2; i++) {
            history.add(ana, edit(0).embed(TableEmbed.TYPE, table()).build());
            history.add(
                    ana,
                    edit(0).retainEmbed(TableEmbed.TYPE, typed("r1:c1", 0, "Heading"), Attributes.EMPTY)
                            .build());
        }
        assertThat(cells(last(RedactedHistory.without(history, 0, 1)))).isEqualTo("███████Heading");
    }

    @Test
    void links_in_cells_go_with_the_table() {
        RandomHistory history = new RandomHistory(1, 0, 2, 1);
        UUID ana = history.people.get(0);
        history.add(ana, edit(0).embed(TableEmbed.TYPE, table()).build());
        history.add(
                ana,
                edit(0).retainEmbed(TableEmbed.TYPE, typed("r1:c1", 0, "here"), Attributes.EMPTY)
                        .build());
        history.add(
                ana,
                edit(0).retainEmbed(
                                TableEmbed.TYPE,
                                Map.of("r1:c1", List.of(Map.of("retain", 4L, "link", "https://example.com/"))),
                                Attributes.EMPTY)
                        .build());
        RedactedHistory redacted = RedactedHistory.without(history, 0, 1);
        assertThat(redacted.log.toString()).doesNotContain("example.com");
    }

    private static Map<String, Object> table() {
        return Map.of("rows", Map.of("r1", "i", "r2", "r"), "columns", Map.of("c1", "i", "c2", "r"));
    }

    private static DeltaBuilder edit(int at) {
        return Delta.builder().retain(at);
    }

    private static Map<String, Object> typed(String cell, int at, String text) {
        Map<String, Object> insert = Map.of("insert", text);
        return Map.of(cell, at == 0 ? List.of(insert) : List.of(Map.of("retain", (long) at), insert));
    }

    /** Somebody types, formats or deletes within the table, or moves a row. */
    private static int typedInto(RandomHistory history, int at, Random random) {
        String cell = "r" + (1 + random.nextInt(2)) + ":c" + (1 + random.nextInt(2));
        int length = TableContent.readTable(
                        ((Op.Embed) history.head().slice(at, at + 1).ops().get(0)).value())
                .cells()
                .getOrDefault(cell, Delta.EMPTY)
                .length();
        int place = random.nextInt(length + 1);
        Map<String, Object> change = switch (random.nextInt(8)) {
            case 0 -> Map.of("rows", Map.of("r1", String.valueOf((char) ('a' + random.nextInt(26)))));
            case 1 ->
                length == 0 ? Map.of("settings", Map.of("header", true)) : Map.of(cell, List.of(Map.of("delete", 1L)));
            case 2 ->
                length == 0
                        ? Map.of("settings", Map.of("header", true))
                        : Map.of(cell, List.of(Map.of("retain", 1L, "bold", true)));
            default -> typed(cell, place, String.valueOf((char) ('A' + random.nextInt(26))));
        };
        history.add(
                history.people.get(random.nextInt(2)),
                edit(at).retainEmbed(TableEmbed.TYPE, change, Attributes.EMPTY).build());
        return at;
    }

    private static int typedBefore(RandomHistory history, int at) {
        history.add(history.people.get(1), Delta.builder().insert("x").build());
        return at + 1;
    }

    private static int place(RandomHistory history, int revision) {
        int at = 0;
        for (Op op : history.texts.get(revision).toDelta().ops()) {
            if (op instanceof Op.Embed) {
                return at;
            }
            at += op.length();
        }
        throw new AssertionError("no table at revision " + revision);
    }

    private static Delta last(RedactedHistory redacted) {
        List<RichText> texts = redacted.texts();
        return texts.get(texts.size() - 1).toDelta();
    }

    /** The text outside of tables. */
    private static String letters(Delta contents) {
        StringBuilder text = new StringBuilder();
        contents.ops().forEach(op -> text.append(op instanceof Op.Insert insert ? insert.text() : "#"));
        return text.toString();
    }

    /** The text in tables. */
    private static String cells(Delta contents) {
        StringBuilder text = new StringBuilder();
        contents.ops().stream()
                .filter(Op.Embed.class::isInstance)
                .forEach(op -> text.append(DocumentText.EMBEDS.insertedText(op)));
        return text.toString();
    }
}
