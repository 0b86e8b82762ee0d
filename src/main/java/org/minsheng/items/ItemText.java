package org.minsheng.items;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What is known of an item. Also the body of its merge patch.")
public record ItemText(
        @Schema(description = "Name.", examples = "鼓楼街道中心村卫生室") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Where it is, in words.", examples = "鼓楼街道红旗村") @Size(max = 300)
        String place,

        @Schema(description = "Longitude in degrees; with latitude and datum.", examples = "116.7838")
        @DecimalMin("-180")
        @DecimalMax("180")
        @Digits(integer = 3, fraction = 7)
        BigDecimal longitude,

        @Schema(description = "Latitude in degrees.", examples = "35.5518")
        @DecimalMin("-90")
        @DecimalMax("90")
        @Digits(integer = 2, fraction = 7)
        BigDecimal latitude,

        @Schema(description = "What the coordinates refer to.")
        Datum datum,

        @Schema(description = "Its part of the value in the base unit, for promises kept by measure.", examples = "420")
        @Positive
        @Digits(integer = 11, fraction = 4)
        BigDecimal measure,

        @Schema(description = "Day it was finished; empty while it is not.", examples = "2026-06-18")
        LocalDate finishedOn) {}
