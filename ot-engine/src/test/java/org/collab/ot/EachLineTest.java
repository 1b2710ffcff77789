package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collab.ot.Deltas.delta;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EachLineTest {

    private static List<Line> lines(Delta document) {
        List<Line> lines = new ArrayList<>();
        document.eachLine(lines::add);
        return lines;
    }

    @Test
    void newlines_carry_the_attributes_of_their_lines() {
        assertThat(lines(delta("[{'insert':'Hello\\n\\n'},{'insert':'World','attributes':{'bold':true}},"
                        + "{'insert':{'image':'a'}},{'insert':'\\n','attributes':{'align':'right'}},{'insert':'!'}]")))
                .containsExactly(
                        new Line(delta("[{'insert':'Hello'}]"), Attributes.EMPTY, 0),
                        new Line(Delta.EMPTY, Attributes.EMPTY, 1),
                        new Line(
                                delta("[{'insert':'World','attributes':{'bold':true}},{'insert':{'image':'a'}}]"),
                                Attributes.of("align", "right"),
                                2),
                        new Line(delta("[{'insert':'!'}]"), Attributes.EMPTY, 3));
    }

    @Test
    void document_that_ends_with_a_newline_has_no_further_line() {
        assertThat(lines(delta("[{'insert':'a\\n'}]"))).hasSize(1);
        assertThat(lines(Delta.EMPTY)).isEmpty();
    }

    @Test
    void visitor_can_stop() {
        List<Integer> seen = new ArrayList<>();
        delta("[{'insert':'a\\nb\\nc\\n'}]").eachLine(line -> {
            seen.add(line.index());
            return line.index() < 1;
        });
        assertThat(seen).containsExactly(0, 1);
    }

    @Test
    void edit_has_the_lines_before_its_first_retain() {
        assertThat(lines(delta("[{'insert':'a\\nb'},{'retain':1},{'insert':'c\\n'}]")))
                .hasSize(1);
        assertThat(lines(delta("[{'delete':1}]"))).isEmpty();
    }

    @Test
    void lines_may_end_with_another_character() {
        List<Line> lines = new ArrayList<>();
        delta("[{'insert':'a;b;'}]").eachLine(lines::add, ';');
        assertThat(lines)
                .extracting(Line::contents)
                .containsExactly(delta("[{'insert':'a'}]"), delta("[{'insert':'b'}]"));
    }
}
