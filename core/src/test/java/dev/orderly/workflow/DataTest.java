package dev.orderly.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DataTest {

    @Property(tries = 300)
    void it_is_a_sorted_map_however_it_came_about(
            @ForAll @Size(max = 8) Map<@AlphaChars @StringLength(max = 2) String, Integer> values,
            @ForAll @Size(max = 8) Map<@AlphaChars @StringLength(max = 2) String, Integer> others) {
        Data oneByOne = Data.EMPTY;
        for (Map.Entry<String, Integer> value : values.entrySet()) {
            oneByOne = oneByOne.with(value.getKey(), value.getValue());
        }
        Map<String, Object> both = new TreeMap<>(values);
        both.putAll(others);

        assertThat(oneByOne).isEqualTo(Data.of(values)).hasSameHashCodeAs(Data.of(values));
        assertThat(Data.of(values).with(Data.of(others)).asMap())
                .hasToString(both.toString())
                .isEqualTo(both)
                .hasSameHashCodeAs(both)
                .hasSize(both.size());
        both.forEach((name, value) -> {
            assertThat(Data.of(both).get(name)).isEqualTo(value);
            assertThat(Data.of(both).without(name).has(name)).isFalse();
            assertThat(Data.of(both).without(name).with(name, value)).isEqualTo(Data.of(both));
        });
    }

    @Test
    void what_is_given_afterwards_changes_nothing_before() {
        Data before = Data.of("a", 1);

        Data after = before.with("a", 2).with("b", 3);

        assertThat(before).hasToString("{a=1}");
        assertThat(after).hasToString("{a=2, b=3}").isNotEqualTo(before);
    }

    @Test
    void nobody_changes_it_through_its_map() {
        Map<String, Object> map = Data.of("a", 1).asMap();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> map.put("b", 2));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> map.entrySet().iterator().next().setValue(2));
    }

    @Test
    void its_map_ends_and_knows_what_it_does_not_have() {
        Map<String, Object> map = Data.of("a", 1).asMap();
        Iterator<Map.Entry<String, Object>> entries = map.entrySet().iterator();
        entries.next();

        assertThat(entries.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(entries::next);
        assertThat(map.get("b")).isNull();
        assertThat(map.containsKey("b")).isFalse();
        assertThat(map).containsEntry("a", 1);
    }

    @Test
    void nothing_is_no_value() {
        Map<String, Object> values = new HashMap<>();
        values.put("a", null);

        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> Data.of(values));
    }
}
