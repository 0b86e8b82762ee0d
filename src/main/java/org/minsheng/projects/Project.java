package org.minsheng.projects;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minsheng.db.Folding;
import org.minsheng.db.Versioned;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;
import org.minsheng.programmes.ChangeOrder;
import org.minsheng.programmes.Programme;

/** One of the list: the notice's words, who leads it, who helps. */
@Entity
public class Project extends Versioned implements Subject {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "programme_id")
    Programme programme;

    int ordinal;
    String code;
    String name;
    String namePrinted;
    String content;
    String folded;
    String leadCell;
    String coCell;
    String contactPerson;

    @Column(name = "leader")
    String leaderInCharge;

    @Enumerated(EnumType.STRING)
    ProjectStatus status = ProjectStatus.ACTIVE;

    @ElementCollection
    @CollectionTable(name = "project_role", joinColumns = @JoinColumn(name = "project_id"))
    List<Part> parts = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "project_component", joinColumns = @JoinColumn(name = "project_id"))
    List<Component> components = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "project_group_member", joinColumns = @JoinColumn(name = "project_id"))
    List<GroupMember> groupMembers = new ArrayList<>();

    protected Project() {}

    public Project(
            UUID wanted, Programme programme, ProjectText text, List<Part> parts, byte[] createdFrom, Instant now) {
        super(wanted, createdFrom, now);
        programme.requireDraft();
        this.programme = programme;
        write(text, parts);
    }

    void revise(ProjectText text, List<Part> wanted, Instant now) {
        programme.requireDraft();
        write(text, wanted);
        touch(now);
    }

    private void write(ProjectText text, List<Part> wanted) {
        requireOneRoleEach(wanted);
        divide(Parts.components(text, wanted, components));
        ordinal = text.ordinal();
        code = "%d-%02d".formatted(programme.year(), ordinal);
        name = text.name().strip();
        namePrinted = text.nameAsPrinted() == null ? name : text.nameAsPrinted();
        content = text.content();
        contactPerson = text.contactPerson();
        leaderInCharge = text.leaderInCharge();
        folded = Folding.fold(name + " " + content);
        if (!parts.equals(wanted)) {
            parts.clear();
            parts.addAll(wanted);
        }
    }

    private static void requireOneRoleEach(List<Part> wanted) {
        Set<UUID> seen = new HashSet<>();
        for (Part part : wanted) {
            UUID who = part.unitId() != null ? part.unitId() : part.groupId();
            if (!seen.add(who)) throw Refusal.rule("project.unit-has-two-roles", part.name());
        }
    }

    /** The cells of the printed table, character for character. */
    public void printed(String lead, String co) {
        leadCell = lead;
        coCell = co;
    }

    public void divide(List<Component> into) {
        programme.requireDraft();
        if (components.equals(into)) return;
        components.clear();
        components.addAll(into);
    }

    void answeredForBy(People people, Instant now) {
        contactPerson = people.contactPerson();
        leaderInCharge = people.leaderInCharge();
        touch(now);
    }

    Set<UUID> componentIds() {
        return components.stream().map(Component::id).collect(Collectors.toSet());
    }

    /** What a group stands for from now on: its members without the units that have a role of their own. */
    void freeze(List<GroupMember> members, Instant now) {
        groupMembers.clear();
        groupMembers.addAll(members);
        touch(now);
    }

    public int ordinal() {
        return ordinal;
    }

    void apply(ChangeOrder order, Instant now) {
        status = switch (order.action()) {
            case PAUSE -> require(ProjectStatus.ACTIVE, ProjectStatus.SUSPENDED);
            case RESUME -> require(ProjectStatus.SUSPENDED, ProjectStatus.ACTIVE);
            case DROP -> status == ProjectStatus.DROPPED ? require(ProjectStatus.ACTIVE, null) : ProjectStatus.DROPPED;
            case CHANGE_TARGET -> throw Refusal.rule("change-order.project-has-no-target");
        };
        order.applied(id, null, null);
        touch(now);
    }

    private ProjectStatus require(ProjectStatus expected, ProjectStatus next) {
        if (status != expected) throw Refusal.conflict("change-order.not-in-this-state", status.name());
        return next;
    }

    ProjectText text() {
        return new ProjectText(
                ordinal,
                name,
                namePrinted,
                content,
                ids(UnitRole.LEAD, false),
                ids(UnitRole.CO, false),
                ids(UnitRole.CO, true),
                components.stream()
                        .sorted(java.util.Comparator.comparingInt(Component::position))
                        .map(ComponentText::of)
                        .toList(),
                contactPerson,
                leaderInCharge);
    }

    private List<UUID> ids(UnitRole role, boolean group) {
        return parts.stream()
                .filter(p -> p.role() == role && (p.groupId() != null) == group)
                .sorted(java.util.Comparator.comparingInt(Part::position))
                .map(p -> group ? p.groupId() : p.unitId())
                .toList();
    }

    public ProjectStatus status() {
        return status;
    }

    public Programme programme() {
        return programme;
    }

    public UUID componentId(String mark) {
        return components.stream()
                .filter(c -> c.mark().equals(mark))
                .map(Component::id)
                .findFirst()
                .orElse(null);
    }

    public boolean has(UUID component) {
        return components.stream().anyMatch(c -> c.id().equals(component));
    }

    @Override
    public String subjectType() {
        return "project";
    }

    @Override
    public String unitPath() {
        return programme.unitPath();
    }

    @Override
    public Audience audience() {
        return programme.audience();
    }

    @Override
    public UUID programmeId() {
        return programme.id();
    }

    @Override
    public UUID projectId() {
        return id;
    }

    @Override
    public Object ledgerState() {
        return ProjectState.of(this);
    }
}
