package org.minsheng.units;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.minsheng.db.Versioned;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;

/** A dated group such as 各镇街; publication resolves it to its members of that day. */
@Entity
public class UnitGroup extends Versioned implements Subject {
    /** A membership with its days; open while {@code validTo} is null. */
    @Embeddable
    public record Member(
            int position,
            @Column(columnDefinition = "binary(16)") UUID unitId,
            LocalDate validFrom,
            LocalDate validTo) {
        private boolean overlaps(Member other) {
            return unitId.equals(other.unitId)
                    && (validTo == null || !validTo.isBefore(other.validFrom))
                    && (other.validTo == null || !other.validTo.isBefore(validFrom));
        }
    }

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "government_id")
    Unit government;

    String code;
    String name;
    String note;

    @ElementCollection
    @CollectionTable(name = "unit_group_member", joinColumns = @JoinColumn(name = "group_id"))
    List<Member> members = new ArrayList<>();

    protected UnitGroup() {}

    public UnitGroup(Unit government, String code, String name, String note, Instant now) {
        this(new NewUnitGroup(null, null, code, name, note, null), government, null, now);
    }

    UnitGroup(NewUnitGroup wanted, Unit government, byte[] createdFrom, Instant now) {
        super(wanted.id(), createdFrom, now);
        this.government = government;
        code = wanted.code();
        name = wanted.name().strip();
        note = wanted.note();
    }

    void revise(UnitGroupEdit edit, Instant now) {
        code = edit.code();
        name = edit.name().strip();
        note = edit.note();
        touch(now);
    }

    public void admit(Unit unit, LocalDate from) {
        members.add(new Member(members.size() + 1, unit.id(), from, null));
    }

    /** A unit may leave and come back, but is a member only once on any day. */
    void replaceMembers(List<Memberships.Membership> wanted, LocalDate today, Instant now) {
        List<Member> next = new ArrayList<>();
        for (Memberships.Membership m : wanted) {
            LocalDate from = m.validFrom() != null ? m.validFrom() : today;
            Member member = new Member(next.size() + 1, m.unitId(), from, m.validTo());
            String pointer = "/members/" + next.size();
            if (m.validTo() != null && m.validTo().isBefore(from))
                throw Refusal.rule("unit-group.leaves-before-it-joins").at(pointer + "/validTo");
            if (next.stream().anyMatch(member::overlaps))
                throw Refusal.rule("unit-group.member-twice").at(pointer + "/unitId");
            next.add(member);
        }
        if (!new HashSet<>(members).equals(new HashSet<>(next))) {
            members.clear();
            members.addAll(next);
        }
        touch(now);
    }

    public String name() {
        return name;
    }

    public String code() {
        return code;
    }

    public UUID governmentId() {
        return government.id();
    }

    @Override
    public String subjectType() {
        return "unit-group";
    }

    @Override
    public String unitPath() {
        return government.path();
    }

    @Override
    public Audience audience() {
        return Audience.GOVERNMENT;
    }

    @Override
    public Object ledgerState() {
        return GroupState.of(this);
    }
}
