package org.minsheng.chronicle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

/** The stages of a year's promise, and which acts belong to each; an act that is in none of them is no part of a story. */
@Schema(
        name = "ChroniclePhase",
        description = "Stage of the year: vote, planning, reporting, supervision, change, disclosure.")
public enum Phase implements Labelled {
    VOTE(
            "票决",
            "Vote",
            "programme.created",
            "programme.edited",
            "programme.imported",
            "programme.deleted",
            "source.stored",
            "source.deleted",
            "project.created",
            "project.edited",
            "project.deleted",
            "indicator.created",
            "indicator.edited",
            "indicator.deleted"),
    PLAN(
            "部署",
            "Planning",
            "programme.published",
            "source.frozen",
            "project.frozen",
            "project.people-named",
            "indicator.frozen",
            "indicator.allocated",
            "indicator.planned",
            "indicator.baseline-set",
            "indicator.item-keeping-set",
            "status-limits.set",
            "period.opened"),
    REPORTING(
            "填报",
            "Reporting",
            "progress.drafted",
            "progress.edited",
            "progress.deleted",
            "progress.submitted",
            "progress.withdrawn",
            "progress.returned",
            "progress.approved",
            "progress.correction-drafted",
            "progress.superseded",
            "item.registered",
            "item.edited",
            "item.deleted",
            "item.accepted",
            "item.rejected",
            "evidence.attached",
            "evidence.deleted",
            "period.closed",
            "period.extended"),
    SUPERVISION("督查", "Supervision", "rating.given", "rating.withdrawn"),
    CHANGE("变更", "Change", "change-order.applied", "project.changed-by-order", "indicator.changed-by-order"),
    DISCLOSURE("公开", "Disclosure", "programme.closed");

    private final String zh;
    private final String en;
    private final List<String> actions;

    Phase(String zh, String en, String... actions) {
        this.zh = zh;
        this.en = en;
        this.actions = List.of(actions);
    }

    static Optional<Phase> of(String action) {
        return Arrays.stream(values()).filter(p -> p.actions.contains(action)).findFirst();
    }

    /** The acts of a phase, or of all. */
    static List<String> actions(Phase wanted) {
        return Arrays.stream(values())
                .filter(p -> wanted == null || p == wanted)
                .flatMap(p -> p.actions.stream())
                .toList();
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
