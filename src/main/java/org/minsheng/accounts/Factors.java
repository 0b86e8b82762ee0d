package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.minsheng.accounts.secrets.RecoveryCodes;
import org.minsheng.accounts.secrets.Sealed;
import org.minsheng.accounts.secrets.Totp;
import org.minsheng.db.Ids;
import org.minsheng.http.Refusal;
import org.minsheng.http.Secret;

/** Second factors: a telephone's codes, and recovery codes for the day it is lost. Each code is taken once. */
@ApplicationScoped
class Factors {
    /** How a code was right. */
    enum Right {
        TELEPHONE,
        RECOVERY,
        NOT
    }

    private final EntityManager database;
    private final byte[] key;

    Factors(EntityManager database, Secret secret) {
        this.database = database;
        key = secret.derive("second-factor");
    }

    Right check(Credential credential, String code, Instant now) {
        OptionalLong step = Totp.stepOf(code, seed(credential.accountId, credential.factorSeed), now);
        if (step.isPresent()) return isFirst(credential, step.getAsLong()) ? Right.TELEPHONE : Right.NOT;
        return useRecovery(credential.accountId, code, now) ? Right.RECOVERY : Right.NOT;
    }

    /** The seed waits for the first code that proves that it arrived. */
    byte[] begin(Credential credential) {
        byte[] seed = Totp.newSeed();
        credential.factorNext = Sealed.seal(key, seed, Ids.bytes(credential.accountId));
        return seed;
    }

    List<String> confirm(Credential credential, String code, Instant now) {
        if (credential.factorNext == null) throw Refusal.conflict("factor.not-begun");
        OptionalLong step = Totp.stepOf(code, seed(credential.accountId, credential.factorNext), now);
        if (step.isEmpty()) throw Refusal.rule("auth.code-wrong").at("/code");
        credential.factorSeed = credential.factorNext;
        credential.factorNext = null;
        credential.factorSince = now;
        credential.factorStep = step.getAsLong();
        return newRecoveryCodes(credential);
    }

    List<String> newRecoveryCodes(Credential credential) {
        forgetRecoveryCodes(credential.accountId);
        List<String> codes = RecoveryCodes.make();
        for (String code : codes)
            database.createNativeQuery("insert into recovery_code (account_id, code_hash) values (?1, ?2)")
                    .setParameter(1, Ids.bytes(credential.accountId))
                    .setParameter(2, RecoveryCodes.digest(code))
                    .executeUpdate();
        return codes;
    }

    void remove(Credential credential) {
        forgetRecoveryCodes(credential.accountId);
        credential.factorSeed = null;
        credential.factorNext = null;
        credential.factorSince = null;
        credential.factorStep = 0;
    }

    /** The credential's row is locked. */
    private static boolean isFirst(Credential credential, long step) {
        if (step <= credential.factorStep) return false;
        credential.factorStep = step;
        return true;
    }

    private boolean useRecovery(UUID account, String code, Instant now) {
        return database.createNativeQuery("""
                                update recovery_code set used_at = ?1
                                where account_id = ?2 and code_hash = ?3 and used_at is null""")
                        .setParameter(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                        .setParameter(2, Ids.bytes(account))
                        .setParameter(3, RecoveryCodes.digest(code))
                        .executeUpdate()
                == 1;
    }

    private void forgetRecoveryCodes(UUID account) {
        database.createNativeQuery("delete from recovery_code where account_id = ?1")
                .setParameter(1, Ids.bytes(account))
                .executeUpdate();
    }

    private byte[] seed(UUID account, byte[] sealed) {
        byte[] seed = Sealed.open(key, sealed, Ids.bytes(account));
        if (seed == null)
            throw new IllegalStateException("a second factor was sealed with another minsheng.secret-file");
        return seed;
    }
}
