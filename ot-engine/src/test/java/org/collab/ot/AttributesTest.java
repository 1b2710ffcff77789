package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.collab.ot.Priority.OTHER_FIRST;
import static org.collab.ot.Priority.THIS_FIRST;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttributesTest {

    private static Attributes attributes(String json) {
        return Attributes.of(TestJson.readObject(json.replace('\'', '"')));
    }

    @Test
    void equality_is_equality_of_json() {
        assertThat(attributes("{'a':1,'b':[1.0,{'y':2,'x':null}]}"))
                .isEqualTo(attributes("{'b':[1,{'x':null,'y':2}],'a':1e0}"))
                .hasSameHashCodeAs(attributes("{'b':[1,{'x':null,'y':2}],'a':1}"));
        assertThat(attributes("{'a':null}")).isNotEqualTo(Attributes.EMPTY);
        assertThat(attributes("{'a':0}")).isNotEqualTo(attributes("{'a':false}"));
        assertThat(attributes("{'a':'1'}")).isNotEqualTo(attributes("{'a':1}"));
    }

    @Test
    void later_changes_of_the_source_do_not_show() {
        List<Object> marks = new ArrayList<>(List.of(1));
        Map<String, Object> map = new HashMap<>(Map.of("marks", marks));
        Attributes attributes = Attributes.of(map);
        marks.add(2);
        map.put("bold", true);
        assertThat(attributes).isEqualTo(attributes("{'marks':[1]}"));
    }

    @Test
    void map_has_sorted_keys_and_cannot_be_changed() {
        Map<String, @Nullable Object> map = attributes("{'b':1,'a':2,'B':3}").asMap();
        assertThat(map.keySet()).containsExactly("B", "a", "b");
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void values_that_json_has_not_are_refused() {
        assertThatThrownBy(() -> Attributes.of("at", new Object())).isInstanceOf(InvalidDeltaException.class);
        assertThatThrownBy(() -> Attributes.of("at", Double.NaN)).hasMessageContaining("finite number");
        assertThatThrownBy(() -> Attributes.of("at", Map.of(1, 2))).hasMessageContaining("object's key, was 1");
    }

    @Test
    void compose_overwrites_and_keeps_the_rest() {
        assertThat(attributes("{'bold':true,'color':'red'}").compose(attributes("{'color':'blue'}"), true))
                .isEqualTo(attributes("{'bold':true,'color':'blue'}"));
    }

    @Test
    void compose_keeps_or_obeys_removals() {
        Attributes bold = attributes("{'bold':true}");
        Attributes removal = attributes("{'bold':null}");
        assertThat(bold.compose(removal, true)).isEqualTo(removal);
        assertThat(bold.compose(removal, false)).isSameAs(Attributes.EMPTY);
        assertThat(Attributes.EMPTY.compose(removal, false)).isSameAs(Attributes.EMPTY);
    }

    @Test
    void transform_lets_the_first_value_stay() {
        Attributes left = attributes("{'bold':true,'color':'red','font':null}");
        Attributes right = attributes("{'color':'blue','font':'serif','italic':true}");
        assertThat(left.transform(right, THIS_FIRST)).isEqualTo(attributes("{'italic':true}"));
        assertThat(left.transform(right, OTHER_FIRST)).isSameAs(right);
        assertThat(Attributes.EMPTY.transform(right, THIS_FIRST)).isSameAs(right);
    }

    @Test
    void invert_gives_the_base_back() {
        Attributes base = attributes("{'bold':true,'color':'red'}");
        Attributes change = attributes("{'bold':true,'color':null,'font':'serif'}");
        Attributes inverse = change.invert(base);
        assertThat(inverse).isEqualTo(attributes("{'color':'red','font':null}"));
        assertThat(base.compose(change, false).compose(inverse, false)).isEqualTo(base);
    }

    @Test
    void diff_leads_from_one_to_the_other() {
        Attributes from = attributes("{'bold':true,'color':'red','marks':[1]}");
        Attributes to = attributes("{'color':'blue','marks':[1],'font':'serif'}");
        assertThat(from.diff(to)).isEqualTo(attributes("{'bold':null,'color':'blue','font':'serif'}"));
        assertThat(from.compose(from.diff(to), false)).isEqualTo(to);
        assertThat(from.diff(from)).isSameAs(Attributes.EMPTY);
    }

    @Test
    void key_is_there_also_where_it_says_remove() {
        Attributes attributes = Attributes.of(Collections.singletonMap("bold", null));
        assertThat(attributes.has("bold")).isTrue();
        assertThat(attributes.get("bold")).isNull();
        assertThat(attributes.has("a")).isFalse();
        assertThat(attributes.has("z")).isFalse();
        assertThat(attributes.get("z")).isNull();
    }

    @Test
    void equal_attributes_have_equal_hashes_and_others_seldom() {
        Attributes bold = Attributes.of("bold", true);
        assertThat(bold).hasSameHashCodeAs(Attributes.of(Map.of("bold", true)));
        assertThat(bold.hashCode()).isNotEqualTo(Attributes.of("bold", false).hashCode());
        assertThat(bold.hashCode()).isNotEqualTo(Attributes.of("italic", true).hashCode());
        assertThat(bold).isNotEqualTo("bold");
    }
}
