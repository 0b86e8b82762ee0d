package org.minsheng.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What every stored thing has: an id that a client may choose, a version for If-Match, two instants. */
@MappedSuperclass
public abstract class Versioned extends PanacheEntityBase {
    @Id
    @Column(columnDefinition = "binary(16)")
    protected UUID id;

    @Version
    protected Integer version;

    protected Instant createdAt;
    protected Instant updatedAt;

    /** Digest of the creating request: the same request again is a replay, another one with this id a conflict. */
    @Column(columnDefinition = "binary(32)")
    protected byte[] createdFrom;

    protected Versioned() {}

    protected Versioned(UUID wanted, byte[] createdFrom, Instant now) {
        this.id = wanted != null ? wanted : Ids.next();
        this.createdFrom = createdFrom;
        this.createdAt = now;
        this.updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version == null ? 0 : version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Marks the thing as changed even if only its parts did, so that its version moves on. */
    public void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusNanos(1000);
    }

    public boolean wasCreatedFrom(byte[] request) {
        return java.util.Arrays.equals(createdFrom, request);
    }
}
