package org.minsheng.projects;

import java.time.Instant;
import java.util.UUID;
import org.minsheng.db.Folding;
import org.minsheng.programmes.ProgrammeStatus;

/** A project's own row, read straight from the database. */
public record ProjectDetail(
        UUID id,
        UUID programmeId,
        ProgrammeStatus programmeStatus,
        String government,
        int ordinal,
        String code,
        String name,
        String nameAsPrinted,
        String content,
        String leadCell,
        String coCell,
        ProjectStatus status,
        Instant updatedAt) {
    static final String HQL = """
            new org.minsheng.projects.ProjectDetail(p.id, g.id, g.status, u.path, p.ordinal, p.code, p.name, p.namePrinted,
              p.content, p.leadCell, p.coCell, p.status, p.updatedAt)""";

    boolean says(String folded) {
        return Folding.fold(name + " " + content).contains(folded);
    }

    static ProjectDetail ofEntity(Project p) {
        return new ProjectDetail(
                p.id(),
                p.programme.id(),
                null,
                null,
                p.ordinal,
                p.code,
                p.name,
                p.namePrinted,
                p.content,
                p.leadCell,
                p.coCell,
                p.status,
                p.updatedAt());
    }
}
