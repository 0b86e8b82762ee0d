package org.minsheng.indicators;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

@Schema(description = "Units of measure and enumerations with their labels in both languages.")
public record Reference(
        @Schema(description = "Units of measure.", maxItems = 200)
        List<Measure> unitsOfMeasure,

        @Schema(description = "Scales that may stand before a unit in print.", maxItems = 10)
        List<Scale> scales,

        @Schema(description = "Enumerations.", maxItems = 50)
        List<Enumeration> enumerations) {

    @Schema(name = "ReferenceMeasure", description = "A unit of measure.")
    public record Measure(
            @Schema(description = "Code.", examples = "bed", maxLength = 40)
            String code,

            @Schema(description = "Counter in Chinese.", examples = "张", maxLength = 40)
            String zh,

            @Schema(description = "Name in English.", examples = "bed", maxLength = 60)
            String en,

            @Schema(
                    description = "UNECE Recommendation 20 code; null where none exists.",
                    examples = "MTK",
                    maxLength = 3,
                    nullable = true)
            String unece) {}

    @Schema(name = "ReferenceScale", description = "A scale such as 万.")
    public record Scale(
            @Schema(description = "As printed.", examples = "万", maxLength = 5)
            String symbol,

            @Schema(description = "Factor.", examples = "10000", minimum = "1", maximum = "100000000")
            long factor) {}

    @Schema(name = "ReferenceEnumeration", description = "An enumeration.")
    public record Enumeration(
            @Schema(description = "Name.", examples = "measureKind", maxLength = 60)
            String name,

            @Schema(description = "Its values.", maxItems = 50)
            List<Value> values) {}

    @Schema(name = "ReferenceValue", description = "A value with its labels.")
    public record Value(
            @Schema(description = "Value on the wire.", examples = "INCREMENT", maxLength = 40)
            String value,

            @Schema(description = "In Chinese.", examples = "新增量", maxLength = 60)
            String zh,

            @Schema(description = "In English.", examples = "Increment", maxLength = 60)
            String en) {}

    static List<Measure> measures() {
        return Arrays.stream(UnitOfMeasure.values())
                .map(u -> new Measure(u.code(), u.zh(), u.en(), u.unece()))
                .toList();
    }

    static Enumeration of(String name, Labelled... values) {
        return new Enumeration(
                name,
                Arrays.stream(values)
                        .map(v -> new Value(v.name(), v.zh(), v.en()))
                        .toList());
    }
}
