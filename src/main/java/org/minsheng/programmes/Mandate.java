package org.minsheng.programmes;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes the list binding: document, issuer, vote, dates; whatever is unknown is null. */
@Embeddable
@Schema(description = "What makes the list binding: document, issuer, vote, dates.")
public record Mandate(
        @Schema(description = "Document number.", examples = "济兗政发〔2026〕2号", nullable = true) @Size(max = 100)
        String documentNumber,

        @Schema(description = "Title of the notice.", examples = "关于办好2026年为民十件实事的通知", nullable = true) @Size(max = 300)
        String noticeTitle,

        @Schema(description = "Issuer as printed.", examples = "济宁市兖州区人民政府", nullable = true) @Size(max = 200)
        String issuer,

        @Schema(description = "Body that voted.", examples = "区十九届人大第五次会议", nullable = true) @Size(max = 200)
        String adoptedBy,

        @Schema(description = "How it voted.", examples = "投票表决通过", nullable = true) @Size(max = 200)
        String adoptedHow,

        @Schema(description = "Day of the vote.", examples = "2026-01-20", nullable = true)
        LocalDate adoptedOn,

        @Schema(description = "Day of issue.", examples = "2026-02-13", nullable = true)
        LocalDate issuedOn,

        @Schema(description = "Publication mark.", examples = "此件公开发布", nullable = true) @Size(max = 200)
        String publication) {
    private static final Mandate NOTHING = new Mandate(null, null, null, null, null, null, null, null);

    /** Columns that are all empty make no mandate when they are read. */
    boolean saysNothing() {
        return equals(NOTHING);
    }
}
