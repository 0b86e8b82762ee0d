package org.minsheng.chronicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.minsheng.http.Language;
import org.minsheng.support.Covers;

class DifferenceProperties {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Field> FIELDS =
            List.of(Field.of("a", "/a", Form.TEXT), Field.of("b", "/b", Form.TEXT), Field.of("c", "/c", Form.TEXT));

    @Property
    void a_state_differs_from_itself_in_nothing(
            @ForAll @Size(max = 5) Map<@StringLength(max = 2) String, String> state) {
        assertEquals(List.of(), Difference.between(node(state), node(state), FIELDS));
    }

    @Property
    void there_and_back_are_the_same_fields(
            @ForAll @Size(max = 3) Map<@StringLength(value = 1) String, @StringLength(max = 1) String> one,
            @ForAll @Size(max = 3) Map<@StringLength(value = 1) String, @StringLength(max = 1) String> other) {
        List<Difference> there = Difference.between(node(one), node(other), FIELDS);
        List<Difference> back = Difference.between(node(other), node(one), FIELDS);
        assertEquals(there.size(), back.size());
        for (int i = 0; i < there.size(); i++) {
            assertEquals(there.get(i).from(), back.get(i).to());
            assertEquals(there.get(i).to(), back.get(i).from());
        }
    }

    @Property
    void exactly_the_fields_with_another_value_are_told(
            @ForAll @IntRange(max = 2) int a, @ForAll @IntRange(max = 2) int b, @ForAll @IntRange(max = 2) int c) {
        ObjectNode before =
                JSON.createObjectNode().put("a", 0).put("b", 0).put("c", 0).put("unknown", 1);
        ObjectNode after =
                JSON.createObjectNode().put("a", a).put("b", b).put("c", c).put("unknown", 2);
        Set<String> told = Difference.between(before, after, FIELDS).stream()
                .map(d -> d.field().name())
                .collect(Collectors.toSet());
        assertEquals(a != 0, told.contains("a"));
        assertEquals(b != 0, told.contains("b"));
        assertEquals(c != 0, told.contains("c"));
        assertFalse(told.contains("unknown"));
    }

    @Example
    void an_older_body_that_wrote_null_says_the_same_as_a_newer_one_that_wrote_nothing() {
        assertEquals(List.of(), Difference.between(json("{'a':null,'b':'','c':[]}"), json("{}"), FIELDS));
    }

    @Example
    void of_an_erased_value_nobody_says_that_it_changed_but_that_there_came_one() {
        JsonNode erased = json("{'a':{'sha256':'00'}}");
        assertEquals(List.of(), Difference.between(erased, json("{'a':{'sha256':'01'}}"), FIELDS));
        assertEquals(List.of(), Difference.between(erased, json("{'a':'王敏'}"), FIELDS));
        assertEquals(1, Difference.between(json("{}"), erased, FIELDS).size());
        assertEquals(1, Difference.between(erased, json("{}"), FIELDS).size());
    }

    @Property
    @Covers("ASVS 1.3.5")
    void what_is_put_into_a_sentence_is_never_read_as_a_pattern(@ForAll String value) {
        assertEquals("a" + value + "c", new Sentence("a{b}c").with(Map.of("b", value)));
    }

    @Example
    void a_stretch_with_nothing_to_say_is_left_out() {
        Sentence sentence = new Sentence("{who}[，{why}][（{number}）]");
        assertEquals("甲（9号）", sentence.with(Map.of("who", "甲", "number", "9号")));
        assertEquals("甲，乙", sentence.with(Map.of("who", "甲", "why", "乙", "number", "")));
    }

    @Property
    void a_share_short_of_a_hundred_never_reads_a_hundred(@ForAll @IntRange(min = 1, max = 10_000_000) int whole) {
        String share = new Words(Language.EN).share(BigDecimal.valueOf(whole - 1L), BigDecimal.valueOf(whole));
        assertFalse(share.equals("100%"), share);
        assertEquals("100%", new Words(Language.EN).share(BigDecimal.valueOf(whole), BigDecimal.valueOf(whole)));
    }

    @Example
    void amounts_are_said_with_their_unit() {
        assertEquals("12.5 平方米", new Words(Language.ZH).amount(new BigDecimal("12.50"), "m2"));
        assertEquals("1 bed", new Words(Language.EN).amount(BigDecimal.ONE, "bed"));
        assertEquals("200 beds", new Words(Language.EN).amount(new BigDecimal("2E2"), "bed"));
        assertEquals("95%", new Words(Language.ZH).amount(new BigDecimal("95"), "percent"));
        assertTrue(new Words(Language.EN).amount(BigDecimal.TEN, "furlong").endsWith("furlong"));
    }

    private static JsonNode node(Map<String, String> values) {
        return JSON.valueToTree(values);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
