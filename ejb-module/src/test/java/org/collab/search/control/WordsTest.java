package org.collab.search.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.collab.ot.Delta;
import org.collab.search.entity.Excerpt;
import org.collab.search.entity.TextRange;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void words_are_runs_of_letters_and_digits_in_lower_case_without_accents() {
        assertThat(Words.of("Ça ira: l'été 2026, ÅNGSTRÖM_x", 20))
                .containsExactly("ca", "ira", "l", "ete", "2026", "angstrom", "x");
    }

    @Test
    void decomposed_and_composed_letters_are_the_same() {
        assertThat(Words.of("cafe\u0301", 20))
                .isEqualTo(Words.of("caf\u00e9", 20))
                .containsExactly("cafe");
    }

    @Test
    void each_ideograph_is_a_word() {
        assertThat(Words.of("日本 go", 20)).containsExactly("日", "本", "go");
    }

    @Test
    void nothing_but_letters_and_digits_reaches_the_database() {
        assertThat(Words.of("'a\\'b\u0149\ufdfa$%\ud83d\ude00c", 20))
                .allMatch(word -> word.matches("[\\p{L}\\p{Nd}]+"));
        assertThat(WordVector.query(List.of("ab", "c"))).isEqualTo("'ab' & 'c':*");
    }

    @Test
    void a_vector_has_each_word_once_with_its_places() {
        assertThat(WordVector.ofText("One two ONE")).isEqualTo("'one':1,3 'two':2");
        assertThat(WordVector.ofTitle("One")).isEqualTo("'one':1A");
    }

    @Test
    void a_vector_stays_below_the_limit_of_the_database() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            text.append("w").append(i).append("abcdefghij ");
        }
        assertThat(WordVector.ofText(text.toString())).hasSizeLessThan(1_200_000);
    }

    @Test
    void an_excerpt_shows_the_first_place_with_every_word_in_it_marked() {
        String text = "filler ".repeat(100) + "the red tomato\nand one more tomato " + "filler ".repeat(100);
        Excerpt excerpt = Excerpts.of(text, List.of("tomat"));
        assertThat(excerpt.text()).startsWith("…").endsWith("…").contains("tomato and one more tomato");
        assertThat(excerpt.ranges())
                .hasSize(2)
                .allSatisfy(range -> assertThat(at(excerpt, range)).isEqualTo("tomato"));
    }

    @Test
    void an_excerpt_of_a_text_without_the_words_is_its_beginning() {
        assertThat(Excerpts.of("Just this", List.of("x"))).isEqualTo(new Excerpt("Just this", List.of()));
    }

    @Test
    void only_the_last_word_counts_as_a_beginning() {
        assertThat(Excerpts.ranges("tomatoes and beans", List.of("tomato", "bea")))
                .containsExactly(new TextRange(13, 5));
    }

    @Test
    void cells_of_tables_and_names_of_the_mentioned_are_text() {
        Delta contents = Delta.builder()
                .insert("Before")
                .embed("table-embed", Map.of("rows", Map.of("r", "a"), "r:c", List.of(Map.of("insert", "cell"))))
                .embed("mention", Map.of("displayName", "Ben Okri"))
                .insert(" after\n")
                .build();
        assertThat(PlainText.of(contents)).isEqualTo("Before\ncell Ben Okri  after");
    }

    private static String at(Excerpt excerpt, TextRange range) {
        return excerpt.text().substring(range.index(), range.index() + range.length());
    }
}
