package org.minsheng.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.indicators.Commitment;
import org.minsheng.indicators.Comparison;
import org.minsheng.indicators.MeasureKind;
import org.minsheng.units.UnitType;

@Schema(description = "A notice read into one document: programme, units it names, groups, promises, and its text.")
public record ProgrammeImport(
        @Schema(description = "The list and its mandate.") @NotNull @Valid
        ProgrammeRowIn programme,

        @Schema(description = "Units the notice names; those unknown by code are entered below the government.")
        @NotNull
        @Size(max = 2000)
        List<@Valid @NotNull UnitIn> units,

        @Schema(description = "Groups of units the notice names.") @Size(max = 100)
        List<@Valid @NotNull GroupIn> groups,

        @Schema(description = "The promises.") @NotNull @Size(max = 5000)
        List<@Valid @NotNull IndicatorIn> indicators,

        @Schema(description = "The notice, character for character.") @Valid
        SourceIn source) {

    @Schema(name = "ImportedProgramme", description = "The list, its mandate and its projects.")
    public record ProgrammeRowIn(
            @Schema(description = "Year.", examples = "2026") @NotNull @Min(1990) @Max(2200)
            Integer year,

            @Schema(description = "Title.", examples = "2026年区政府十件民生实事项目") @NotBlank @Size(max = 200)
            String title,

            @Schema(description = "Document number.", examples = "济兗政发〔2026〕2号") @Size(max = 100)
            String documentNumber,

            @Schema(description = "Title of the notice.", examples = "关于办好2026年为民十件实事的通知") @Size(max = 300)
            String noticeTitle,

            @Schema(description = "Issuer.", examples = "济宁市兖州区人民政府") @Size(max = 200)
            String issuer,

            @Schema(description = "Code of the issuing government's unit.", examples = "370812") @Size(max = 40)
            String divisionCode,

            @Schema(description = "Body that voted.", examples = "区十九届人大第五次会议") @Size(max = 200)
            String adoptedBy,

            @Schema(description = "How it voted.", examples = "投票表决通过") @Size(max = 200)
            String adoptedHow,

            @Schema(description = "Day of issue.", examples = "2026-02-13")
            LocalDate issuedOn,

            @Schema(description = "Publication mark.", examples = "此件公开发布") @Size(max = 200)
            String publication,

            @Schema(description = "Projects.") @NotEmpty @Size(max = 1000)
            List<@Valid @NotNull ProjectIn> projects) {}

    @Schema(name = "ImportedProject", description = "A row of the notice's table.")
    public record ProjectIn(
            @Schema(description = "Number.", examples = "2") @NotNull @Min(1) @Max(9999)
            Integer ordinal,

            @Schema(description = "Name, normalised.", examples = "优化养老服务供给") @NotBlank @Size(max = 200)
            String name,

            @Schema(description = "Name as printed.", examples = "优化养老服务供给") @Size(max = 200)
            String nameAsPrinted,

            @Schema(description = "Content.", examples = "新增护理型床位至少 100 张") @NotBlank @Size(max = 4000)
            String content,

            @Schema(description = "Names of lead units in order.") @NotEmpty @Size(max = 20)
            List<@NotBlank @Size(max = 200) String> leadUnits,

            @Schema(description = "Names of co-organising units and groups in order.") @Size(max = 200)
            List<@NotBlank @Size(max = 200) String> coUnits,

            @Schema(description = "Printed cell of leads.", examples = "区民政局 区医保局") @Size(max = 500)
            String leadCell,

            @Schema(description = "Printed cell of co-organisers.", examples = "各镇街") @Size(max = 500)
            String coCell,

            @Schema(description = "Marked parts.") @Size(max = 50)
            List<@Valid @NotNull ComponentIn> components) {}

    @Schema(name = "ImportedComponent", description = "A marked part of a project.")
    public record ComponentIn(
            @Schema(description = "Project number and mark.", examples = "2-①") @NotBlank @Size(max = 20)
            String code,

            @Schema(description = "Order.", examples = "1") @NotNull @Min(1) @Max(50)
            Integer ordinal,

            @Schema(description = "Name.", examples = "居家社区养老服务") @NotBlank @Size(max = 200)
            String name,

            @Schema(description = "Name of its lead unit.", examples = "区民政局") @Size(max = 200)
            String leadUnit,

            @Schema(description = "True where the notice does not say who leads it.")
            boolean leadIsInferred) {}

    @Schema(name = "ImportedUnit", description = "A unit that the notice names.")
    public record UnitIn(
            @Schema(description = "Code.", examples = "ybj")
            @NotBlank
            @Size(max = 40)
            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*")
            String code,

            @Schema(description = "Name.", examples = "区医保局") @NotBlank @Size(max = 200)
            String name,

            @Schema(description = "Kind.") @NotNull UnitType type,

            @Schema(description = "Code of the unit above; none for the government itself.", examples = "370812")
            @Size(max = 40)
            String parent,

            @Schema(description = "Where this entry comes from.", examples = "named in the notice") @Size(max = 500)
            String source) {}

    @Schema(name = "ImportedGroup", description = "A group of units that the notice names.")
    public record GroupIn(
            @Schema(description = "Code.", examples = "gezhenjie") @NotBlank @Size(max = 40)
            String code,

            @Schema(description = "Name.", examples = "各镇街") @NotBlank @Size(max = 200)
            String name,

            @Schema(description = "Codes of its members.") @NotEmpty @Size(max = 500)
            List<@NotBlank @Size(max = 40) String> members,

            @Schema(description = "First day.", examples = "2026-02-13") @NotNull
            LocalDate validFrom,

            @Schema(description = "Note.", examples = "the notice does not list the members") @Size(max = 500)
            String note) {}

    @Schema(name = "ImportedIndicator", description = "A promise.")
    public record IndicatorIn(
            @Schema(description = "Code.", examples = "2.4") @NotBlank @Size(max = 20)
            String code,

            @Schema(description = "Number of its project.", examples = "2") @NotNull @Min(1) @Max(9999)
            Integer project,

            @Schema(description = "Mark of its component.", examples = "①") @Size(max = 10)
            String component,

            @Schema(description = "Name.", examples = "新增护理型床位数") @NotBlank @Size(max = 200)
            String name,

            @Schema(description = "The notice's words.", examples = "新增护理型床位至少 100 张") @NotBlank @Size(max = 1000)
            String quote,

            @Schema(description = "First code point and the one after the last.", examples = "[1060, 1075]")
            @Size(min = 2, max = 2)
            List<@NotNull @Min(0) @Max(1_000_000) Integer> span,

            @Schema(description = "How it counts.") @NotNull MeasureKind measureKind,
            @Schema(description = "How binding.") @NotNull Commitment commitment,

            @Schema(description = "When it is met.") @NotNull
            Comparison comparator,

            @Schema(description = "Target in the base unit, as decimal text.", examples = "100")
            @Size(max = 20)
            @Pattern(regexp = "\\d{1,11}(\\.\\d{1,4})?")
            String targetValue,

            @Schema(description = "Code of the unit of measure.", examples = "bed") @NotBlank @Size(max = 40)
            String unit,

            @Schema(description = "Number as printed.", examples = "100") @Size(max = 30)
            String displayValue,

            @Schema(description = "Unit as printed.", examples = "张") @Size(max = 30)
            String displayUnit,

            @Schema(description = "Whether units' values may be added.") @NotNull
            Boolean additiveOverUnits,

            @Schema(description = "Whether it enters the project's rate.") @NotNull
            Boolean headline) {}

    @Schema(name = "ImportedSource", description = "The notice's text and where its annex stands.")
    public record SourceIn(
            @Schema(description = "The text.", examples = "济兗政发〔2026〕2号") @NotBlank @Size(max = 200000)
            String text,

            @Schema(description = "First code point of the annex and the one after its last.", examples = "[782, 2500]")
            @Size(min = 2, max = 2)
            List<@NotNull @Min(0) @Max(1_000_000) Integer> annex) {}
}
