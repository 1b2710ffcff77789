package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.collab.ot.InvalidDeltaException.Code;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static void refused(Code code, String json, Limits limits) {
        assertThatThrownBy(() -> DeltaJson.read(json, limits))
                .isInstanceOfSatisfying(
                        InvalidDeltaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @Test
    void L7_at_most_5000_ops() {
        String op = "{\"insert\":{\"a\":1}}";
        String allowed = String.join(",", Collections.nCopies(5_000, op));
        assertThat(DeltaJson.read("[" + allowed + "]").ops()).hasSize(5_000);
        refused(Code.TOO_MANY_OPS, "[" + allowed + "," + op + "]", Limits.PROTOCOL);
    }

    @Test
    void L7_nesting_up_to_6_levels() {
        String embed = "[{\"insert\":{\"a\":%s}}]";
        assertThat(DeltaJson.read(embed.formatted(nested(3))).ops()).hasSize(1);
        assertThat(DeltaJson.read("{\"ops\":" + embed.formatted(nested(3)) + "}")
                        .ops())
                .hasSize(1);
        refused(Code.TOO_DEEP, embed.formatted(nested(4)), Limits.PROTOCOL);
        refused(Code.TOO_DEEP, "{\"ops\":" + embed.formatted(nested(4)) + "}", Limits.PROTOCOL);
    }

    @Test
    void L7_nesting_of_values_up_to_6_levels() {
        List<Object> three = List.of(List.of(List.of()));
        assertThat(DeltaJson.fromValues(List.of(Map.of("insert", Map.of("a", three))))
                        .ops())
                .hasSize(1);
        List<?> four = List.of(Map.of("insert", Map.of("a", List.of(three))));
        assertThatThrownBy(() -> DeltaJson.fromValues(four))
                .isInstanceOfSatisfying(
                        InvalidDeltaException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_DEEP));
    }

    @Test
    void very_deep_nesting_is_refused_without_overflowing_the_stack() {
        refused(Code.TOO_DEEP, "[".repeat(1_000_000), Limits.PROTOCOL);
        refused(Code.TOO_DEEP, "[{\"insert\":{\"a\":".repeat(300_000), Limits.PROTOCOL);
    }

    @Test
    void very_many_keys_in_the_worst_order_are_read_in_no_time() {
        int count = 40_000;
        String keys = IntStream.range(0, count)
                .mapToObj(i -> "\"" + (1_000_000 - i) + "\":1")
                .collect(Collectors.joining(","));
        Delta delta = DeltaJson.read("[{\"insert\":\"a\",\"attributes\":{" + keys + "}}]");
        assertThat(delta.ops().get(0).attributes().size()).isEqualTo(count);
        refused(Code.MALFORMED_JSON, "[{\"insert\":{" + keys + "," + keys + "}}]", Limits.PROTOCOL);
    }

    @Test
    void L7_reach_and_inserted_text_up_to_2000000_units() {
        assertThat(DeltaJson.read("[{\"retain\":1999999},{\"delete\":1}]").baseLength())
                .isEqualTo(2_000_000);
        refused(Code.TOO_LONG, "[{\"retain\":1999999},{\"delete\":2}]", Limits.PROTOCOL);
        refused(Code.TOO_LONG, "[{\"insert\":\"" + "a".repeat(2_000_001) + "\"}]", Limits.PROTOCOL);
    }

    @Test
    void sums_do_not_wrap_around() {
        Limits wide = new Limits(100, 6, Integer.MAX_VALUE);
        String most = "{\"retain\":2147483647}";
        refused(Code.TOO_LONG, "[" + most + "," + most + "," + most + "]", wide);
        refused(Code.TOO_LONG, "[" + most + ",{\"delete\":2147483647},{\"delete\":2}]", wide);
    }

    @Test
    void limits_are_not_negative() {
        assertThatThrownBy(() -> new Limits(-1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_reached_and_what_is_inserted_count_apart() {
        Limits ten = new Limits(5, 6, 10);
        assertThat(DeltaJson.read("[{\"retain\":10},{\"insert\":\"0123456789\"}]", ten)
                        .length())
                .isEqualTo(20);
        refused(Code.TOO_LONG, "[{\"retain\":6},{\"delete\":5}]", ten);
        refused(Code.TOO_LONG, "[{\"insert\":\"012345\"},{\"retain\":1},{\"insert\":\"01234\"}]", ten);
    }

    @Test
    void values_have_the_limits_of_text() {
        Limits two = new Limits(2, 6, 10);
        List<Map<String, Object>> ops = List.of(Map.of("retain", 1), Map.of("delete", 1), Map.of("retain", 1));
        assertThat(DeltaJson.fromValues(ops.subList(0, 2), two).length()).isEqualTo(2);
        assertThatThrownBy(() -> DeltaJson.fromValues(ops, two)).hasMessage("a delta may have at most 2 ops");
    }

    @Test
    void lengths_add_up_to_the_largest_integer() {
        Delta most = Delta.builder().retain(Integer.MAX_VALUE - 1).retain(1).build();
        assertThat(most.length()).isEqualTo(Integer.MAX_VALUE);
        assertThat(new Limits(0, 1, 0).length()).isZero();
    }
}
