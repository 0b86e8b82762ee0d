package org.minsheng.units;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.minsheng.db.Folding;
import org.minsheng.db.Versioned;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;

/** An organisation in the tree. Its path sorts siblings in their order of entry and never changes but by a move. */
@Entity
public class Unit extends Versioned implements Subject {
    private static final int WIDTH = 4;
    private static final int MOST_CHILDREN = 36 * 36 * 36 * 36 - 1;
    private static final int LONGEST_PATH = 200;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    Unit parent;

    /** The id above without a visit to it. */
    @Column(name = "parent_id", columnDefinition = "binary(16)", insertable = false, updatable = false)
    UUID parentId;

    @Column(name = "government_id", columnDefinition = "binary(16)")
    UUID governmentId;

    String path;

    /** Only counts the numbers given to children: a new child is no change of this unit. */
    @OptimisticLock(excluded = true)
    int children;

    String code;

    @Enumerated(EnumType.STRING)
    UnitType type;

    String name;
    String folded;
    String creditCode;
    String divisionCode;
    String source;
    LocalDate validFrom;
    LocalDate validTo;

    protected Unit() {}

    Unit(NewUnit wanted, Unit parent, byte[] createdFrom, LocalDate today, Instant now) {
        super(wanted.id(), createdFrom, now);
        type = wanted.type();
        code = wanted.code();
        creditCode = wanted.creditCode();
        divisionCode = wanted.divisionCode();
        source = wanted.source();
        validFrom = wanted.validFrom() != null ? wanted.validFrom() : today;
        rename(wanted.name());
        putUnder(parent);
    }

    /** A root's segment is its id's time and some chance; a child's is its number among its siblings. */
    private void putUnder(Unit above) {
        if (above == null) {
            if (type != UnitType.GOVERNMENT)
                throw Refusal.rule("unit.root-not-government").at("/parentId");
            path = id.toString().replace("-", "").substring(0, 18) + "/";
        } else {
            path = above.nextChildPath();
        }
        parent = above;
        parentId = above == null ? null : above.id();
        governmentId = type == UnitType.GOVERNMENT ? id : above.governmentId;
    }

    private String nextChildPath() {
        if (validTo != null) throw Refusal.conflict("unit.closed", name);
        if (children >= MOST_CHILDREN || path.length() + WIDTH + 1 > LONGEST_PATH) throw Refusal.rule("unit.tree-full");
        String number = Integer.toString(++children, 36).toLowerCase(Locale.ROOT);
        return path + "0".repeat(WIDTH - number.length()) + number + "/";
    }

    private void rename(String wanted) {
        name = wanted.strip();
        folded = Folding.fold(name);
    }

    void revise(UnitEdit edit, Instant now) {
        code = edit.code();
        creditCode = edit.creditCode();
        divisionCode = edit.divisionCode();
        source = edit.source();
        touch(now);
    }

    /** From {@code from} on the unit has another name; what was written before keeps the old one. */
    void renameFrom(String wanted, LocalDate from, Instant now) {
        if (from.isBefore(validFrom))
            throw Refusal.rule("unit.before-its-time", validFrom.toString()).at("/validFrom");
        requireOpen();
        rename(wanted);
        touch(now);
    }

    private void requireOpen() {
        if (validTo != null) throw Refusal.conflict("unit.closed", name);
    }

    void close(LocalDate on, Instant now) {
        requireOpen();
        if (on.isBefore(validFrom))
            throw Refusal.rule("unit.before-its-time", validFrom.toString()).at("/validTo");
        validTo = on;
        touch(now);
    }

    /** Takes the whole subtree along; {@link Units#moved} carries the paths below. */
    void moveUnder(Unit above, LocalDate from, Instant now) {
        requireOpen();
        if (from.isBefore(validFrom))
            throw Refusal.rule("unit.before-its-time", validFrom.toString()).at("/validFrom");
        if (above.path.startsWith(path)) throw Refusal.rule("unit.under-itself").at("/parentId");
        putUnder(above);
        touch(now);
    }

    public String path() {
        return path;
    }

    public String name() {
        return name;
    }

    public String code() {
        return code;
    }

    public UnitType type() {
        return type;
    }

    public UUID governmentId() {
        return governmentId;
    }

    public boolean isGovernment() {
        return type == UnitType.GOVERNMENT;
    }

    @Override
    public String subjectType() {
        return "unit";
    }

    @Override
    public String unitPath() {
        return path;
    }

    @Override
    public Audience audience() {
        return Audience.GOVERNMENT;
    }

    @Override
    public Object ledgerState() {
        return UnitState.of(this);
    }
}
