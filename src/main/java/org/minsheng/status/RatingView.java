package org.minsheng.status;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Language;

@Schema(name = "Rating", description = "A person's judgement beside the computed light, until it expires.")
public record RatingView(
        @Schema(description = "The light they give; null when there is none or it was withdrawn.", nullable = true)
        Light light,

        @Schema(description = "That light, as people read it.", examples = "黄灯", maxLength = 50, nullable = true)
        String lightLabel,

        @Schema(description = "Why.", examples = "现场督导发现设备未到位", maxLength = 1000, nullable = true)
        String reason,

        @Schema(description = "Who rated.", examples = "督查室 李某", maxLength = 100, nullable = true)
        String author,

        @Schema(description = "When.", nullable = true) Instant ratedAt,

        @Schema(description = "Last day on which it is shown.", nullable = true)
        LocalDate expiresOn) {
    static final RatingView NONE = new RatingView(null, null, null, null, null, null);

    static RatingView of(Rating r, Language language) {
        if (r == null || r.light == null) return NONE;
        return new RatingView(r.light, r.light.in(language), r.reason, r.authorName, r.ratedAt, r.expiresOn);
    }

    /** What is shown on a day: null where nothing holds. */
    static RatingView on(LocalDate day, Rating r, Language language) {
        return r != null && r.holds(day) ? of(r, language) : null;
    }
}
