package org.minsheng.programmes;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes the list binding: document, issuer, vote, dates; whatever is unknown is null. */
@Embeddable
@Schema(description = "What makes the list binding: document, issuer, vote, dates.")
public record Mandate(
        @Schema(description = "Document number.", examples = "济兗政发〔2026〕2号") @Size(max = 100)
        String documentNumber,

        @Schema(description = "Title of the notice.", examples = "关于办好2026年为民十件实事的通知") @Size(max = 300)
        String noticeTitle,

        @Schema(description = "Issuer as printed.", examples = "济宁市兖州区人民政府") @Size(max = 200)
        String issuer,

        @Schema(description = "Body that voted.", examples = "区十九届人大第五次会议") @Size(max = 200)
        String adoptedBy,

        @Schema(description = "How it voted.", examples = "投票表决通过") @Size(max = 200)
        String adoptedHow,

        @Schema(description = "Day of the vote.", examples = "2026-01-20")
        LocalDate adoptedOn,

        @Schema(description = "Day of issue.", examples = "2026-02-13")
        LocalDate issuedOn,

        @Schema(description = "Publication mark.", examples = "此件公开发布") @Size(max = 200)
        String publication) {}
