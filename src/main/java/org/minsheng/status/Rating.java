package org.minsheng.status;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Personal;
import org.minsheng.ledger.Subject;
import org.minsheng.projects.Project;

/** What a person of the supervision office thinks of a project or promise, beside what is computed and never instead. */
@Entity
class Rating implements Subject {
    private record State(Light light, String reason, LocalDate expiresOn, UUID author, Personal authorName) {}

    @Id
    @Column(columnDefinition = "binary(16)")
    UUID subjectId;

    @Version
    Integer version;

    @Column(columnDefinition = "binary(16)")
    UUID projectId;

    @Enumerated(EnumType.STRING)
    Light light;

    String reason;
    LocalDate expiresOn;

    @Column(columnDefinition = "binary(16)")
    UUID authorId;

    String authorName;
    Instant ratedAt;

    @jakarta.persistence.Transient
    Project project;

    protected Rating() {}

    Rating(UUID subject, Project project) {
        subjectId = subject;
        projectId = project.id();
    }

    void set(Light wanted, String why, LocalDate until, Actor by, Project of, Instant now) {
        light = wanted;
        reason = why;
        expiresOn = until;
        authorId = by.account();
        authorName = by.name();
        ratedAt = now;
        project = of;
    }

    boolean holds(LocalDate day) {
        return light != null
                && !expiresOn.isBefore(day)
                && !org.minsheng.time.Time.dayOf(ratedAt).isAfter(day);
    }

    @Override
    public UUID id() {
        return subjectId;
    }

    /** 0 while there has never been one. */
    @Override
    public int version() {
        return version == null ? 0 : version + 1;
    }

    @Override
    public String subjectType() {
        return "rating";
    }

    @Override
    public String unitPath() {
        return project.unitPath();
    }

    @Override
    public Audience audience() {
        return Audience.GOVERNMENT;
    }

    @Override
    public UUID programmeId() {
        return project.programmeId();
    }

    @Override
    public UUID projectId() {
        return projectId;
    }

    @Override
    public Object ledgerState() {
        return new State(light, reason, expiresOn, authorId, Personal.of(authorName));
    }
}
