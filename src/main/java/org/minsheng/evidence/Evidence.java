package org.minsheng.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.db.Versioned;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;
import org.minsheng.units.Unit;

/** A file behind an entry or an item. */
@Entity
class Evidence extends Versioned implements Subject {
    @Schema(name = "EvidenceSubject", description = "What a file is evidence of.")
    enum SubjectType {
        PROGRESS_ENTRY,
        ITEM
    }

    @Enumerated(EnumType.STRING)
    SubjectType subjectType;

    @Column(columnDefinition = "binary(16)")
    UUID subjectId;

    @Column(columnDefinition = "binary(16)")
    UUID programmeId;

    @Column(columnDefinition = "binary(16)")
    UUID projectId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "unit_id")
    Unit unit;

    @Column(columnDefinition = "binary(32)")
    byte[] sha256;

    long size;
    String mediaType;
    String fileName;

    @Column(columnDefinition = "binary(16)")
    UUID uploadedBy;

    protected Evidence() {}

    Evidence(Holder holder, EvidenceFolder.Upload file, String fileName, UUID by, Instant now) {
        super(null, null, now);
        subjectType = holder.type();
        subjectId = holder.id();
        programmeId = holder.programme();
        projectId = holder.project();
        unit = holder.unit();
        sha256 = file.sha256();
        size = file.size();
        mediaType = file.mediaType();
        this.fileName = fileName;
        uploadedBy = by;
    }

    String hash() {
        return HexFormat.of().formatHex(sha256);
    }

    private record State(
            SubjectType subjectType,
            UUID subjectId,
            UUID unitId,
            String sha256,
            long size,
            String mediaType,
            String fileName,
            UUID uploadedBy) {}

    @Override
    public String subjectType() {
        return "evidence";
    }

    @Override
    public String unitPath() {
        return unit.path();
    }

    @Override
    public Audience audience() {
        return Audience.WORK;
    }

    @Override
    public UUID programmeId() {
        return programmeId;
    }

    @Override
    public UUID projectId() {
        return projectId;
    }

    @Override
    public Object ledgerState() {
        return new State(subjectType, subjectId, unit.id(), hash(), size, mediaType, fileName, uploadedBy);
    }
}
