package org.minsheng.programmes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.minsheng.db.Versioned;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;

/** The notice, character for character; places in it count Unicode code points. */
@Entity
public class SourceDocument extends Versioned implements Subject {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "programme_id")
    Programme programme;

    String text;

    @Column(columnDefinition = "binary(32)")
    byte[] sha256;

    int annexStart;
    int annexEnd;

    protected SourceDocument() {}

    public SourceDocument(Programme programme, String text, int annexStart, int annexEnd, Instant now) {
        super(null, null, now);
        this.programme = programme;
        write(text, new Span(annexStart, annexEnd));
    }

    public SourceDocument(Programme programme, NewSource wanted, Instant now) {
        super(null, null, now);
        this.programme = programme;
        write(wanted.text(), annexOf(wanted));
    }

    public void replace(NewSource wanted, Instant now) {
        programme.requireDraft();
        write(wanted.text(), annexOf(wanted));
        touch(now);
    }

    private static Span annexOf(NewSource wanted) {
        return wanted.annex() != null ? wanted.annex() : new Span(0, new SourceText(wanted.text()).length());
    }

    private void write(String wanted, Span annex) {
        programme.requireDraft();
        if (new SourceText(wanted).at(annex) == null)
            throw Refusal.rule("source.annex-outside-text").at("/annex");
        text = wanted;
        annexStart = annex.start();
        annexEnd = annex.end();
        sha256 = digest(wanted);
    }

    public SourceText sourceText() {
        return new SourceText(text);
    }

    public Span annex() {
        return new Span(annexStart, annexEnd);
    }

    String sha256() {
        return HexFormat.of().formatHex(sha256);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String subjectType() {
        return "source-document";
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
    public Object ledgerState() {
        return Map.of(
                "programmeId", programme.id(), "sha256", sha256(), "annexStart", annexStart, "annexEnd", annexEnd);
    }
}
