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
import java.util.List;
import java.util.UUID;
import org.minsheng.db.Versioned;
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
            LocalDate validTo) {}

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "government_id")
    Unit government;

    String code;
    String name;
    String note;

    @ElementCollection
    @CollectionTable(name = "unit_group_member", joinColumns = @JoinColumn(name = "group_id"))
    List<Member> members = new ArrayList<>();

    private record State(UUID governmentId, String code, String name, String note, List<Member> members) {}

    protected UnitGroup() {}

    public UnitGroup(Unit government, String code, String name, String note, Instant now) {
        super(null, null, now);
        this.government = government;
        this.code = code;
        this.name = name;
        this.note = note;
    }

    public void admit(Unit unit, LocalDate from) {
        members.add(new Member(members.size() + 1, unit.id(), from, null));
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
    public Object ledgerState() {
        return new State(government.id(), code, name, note, List.copyOf(members));
    }
}
