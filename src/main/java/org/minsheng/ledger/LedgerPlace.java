package org.minsheng.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** The place of an event in the log, for reading; only the sequencer gives places. */
@Entity
@Immutable
@Table(name = "ledger_sequence")
public class LedgerPlace {
    @Id
    @Column(name = "idx")
    public long index;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "event_pk")
    public LedgerEvent event;

    @Column(name = "stream_seq")
    public int seq;

    @Column(columnDefinition = "binary(32)")
    public byte[] previousLeaf;

    @Column(columnDefinition = "binary(32)")
    public byte[] leafHash;

    @Column(columnDefinition = "binary(32)")
    public byte[] found;

    public Instant sequencedAt;

    protected LedgerPlace() {}
}
