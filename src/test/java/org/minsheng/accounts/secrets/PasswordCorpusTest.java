package org.minsheng.accounts.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Covers;

class PasswordCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/security/passwords.txt");
    private static final List<String> NAMES = List.of("ducha", "医保局", "兖州区", "ybj");

    @Test
    @Covers({"ASVS 6.2.1", "ASVS 6.2.4", "ASVS 6.2.8", "ASVS 6.2.11", "GB/T 22239 8.1.4.1 a"})
    void each_password_of_the_corpus_gets_its_verdict() throws IOException {
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (String line : Files.readAllLines(CORPUS)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            judged++;
            String[] parts = line.split(" ", 3);
            PasswordProfile profile = PasswordProfile.valueOf(parts[0]);
            String verdict = verdict(PasswordRules.complaint(parts[2], profile, NAMES));
            if (!verdict.equals(parts[1])) wrong.add(line + ": " + verdict);
        }
        assertEquals(List.of(), wrong);
        assertTrue(judged >= 60, judged + " passwords");
    }

    @Test
    @Covers("ASVS 6.2.4")
    void the_three_thousand_commonest_are_refused_by_every_profile() throws IOException {
        List<String> commonest =
                StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().subList(0, 3000);
        for (PasswordProfile profile : PasswordProfile.values())
            for (String password : commonest)
                assertTrue(PasswordRules.complaint(password, profile, List.of()).isPresent(), password);
    }

    private static String verdict(Optional<String> complaint) {
        return complaint
                .map(code -> code.replaceFirst("account\\.password-", "").replaceFirst("-(mlps|nist)|tells-", ""))
                .orElse("taken");
    }
}
