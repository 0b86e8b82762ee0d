package org.minsheng.chronicle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.minsheng.access.Actor;
import org.minsheng.http.Language;
import org.minsheng.programmes.Programme;
import org.minsheng.programmes.ProgrammeView;
import org.minsheng.projects.ProjectDetail;
import org.minsheng.sheets.Table;

/** A project's story as the table that officials print and file. */
record Story(ProgrammeView programme, ProjectDetail project, List<ChronicleLine> lines) {

    static Story of(Programme programme, ProjectDetail project, List<ChronicleLine> lines, Actor actor) {
        return new Story(ProgrammeView.of(programme, actor), project, lines);
    }

    Table<ChronicleLine> table(LocalDate day, Language language) {
        Words words = new Words(language);
        String number = programme.mandate() == null ? null : programme.mandate().documentNumber();
        boolean demonstration = lines.stream().anyMatch(ChronicleLine::demonstration);
        return new Table<>(
                words.say("table.title", Map.of("programme", programme.title(), "project", project.name())),
                Table.subtitle(number, day, demonstration),
                columns(words),
                lines);
    }

    private static List<Table.Column<ChronicleLine>> columns(Words words) {
        return List.of(
                Table.Column.of("台账号", "Index", 9, ChronicleLine::index),
                Table.Column.of("时间", "When", 18, l -> words.minute(l.at())),
                Table.Column.of("阶段", "Stage", 8, ChronicleLine::phase),
                Table.Column.of("单位", "Unit", 18, ChronicleLine::unitName),
                Table.Column.of("经办人", "Who", 12, ChronicleLine::who),
                Table.Column.of("事项", "What", 60, ChronicleLine::sentence),
                Table.Column.of("变更内容", "From → to", 50, l -> changes(words, l.changes())),
                Table.Column.of("理由", "Reason", 26, ChronicleLine::reason),
                Table.Column.of("文号", "Document", 20, ChronicleLine::documentNumber),
                Table.Column.of("批准机关", "Approved by", 16, ChronicleLine::approvedBy));
    }

    /** Line by line in one cell; a field that had nothing before tells only what it has now. */
    private static String changes(Words words, List<ChronicleChange> changes) {
        String nothing = words.find("form.nothing").orElseThrow();
        return String.join(
                "\n",
                changes.stream()
                        .map(c -> c.label()
                                + words.find("form.colon").orElseThrow()
                                + (c.from() == null ? "" : c.from() + " → ")
                                + (c.to() == null ? nothing : c.to()))
                        .toList());
    }
}
