package org.minsheng.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.accounts.Admission;
import org.minsheng.support.Broken;
import org.minsheng.support.Covers;
import org.minsheng.support.TestDatabase;

/** Whatever part of the defence fails in a way that nobody thought of: nothing is let through, written or given away. */
@QuarkusTest
class ErrorsDenyTest {
    private static final Pattern LEAK = Pattern.compile(
            "(?i)exception|org\\.|java\\.|jakarta|invoke|because|select |insert |sql|\\.java|database\"");

    @Inject
    Admission admission;

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "tokens are verified, accounts.Tokens#verified, list read create edit report grant",
        "tokens are verified, accounts.Tokens#verified, machineRead machineReport",
        "sessions are looked up, accounts.Accounts#database, list read entry create edit report grant attach",
        "machines are looked up, clients.Clients#database, machineRead machineReport clientToken",
        "machines are checked, access.MachineCheck#context, machineCreate",
        "machines and people are told apart, access.MachineCheck#identity, list create edit report machineRead",
        "duties come first, accounts.DutyFirst#identity, list read create edit report grant machineRead",
        "proof is asked for, accounts.Sessions#database, grant signIn stepUp refresh",
        "the scope is asked for, units.Units#database, list read edit",
        "the scope of entries is asked for, progress.ProgressEntries#database, entry report machineReport attach",
        "requests are counted, limits.RateLimits#purses, list create edit signIn refresh clientToken machineRead",
        "requests at once are counted, limits.InFlight#config, list create edit signIn machineReport",
        "parameters are known, http.KnownParameters#known, list",
        "patches are validated, http.MergePatch#validator, edit report machineReport",
        "patches are read, http.MergePatch#json, edit report machineReport",
        "cursors are sealed, http.CursorSeal#key, list",
        "changes are recorded, ledger.Ledger#database, create edit report grant attach machineReport signIn",
        "sign-ins are recorded, accounts.SecurityLog#ledger, signIn stepUp clientToken",
        "passwords are hashed, accounts.secrets.Passwords#hashing, signIn stepUp signInWithCode",
        "credentials are kept, accounts.Credentials#database, signIn stepUp signInWithCode",
        "second factors are checked, accounts.Factors#key, signInWithCode",
        "duties are known, accounts.Duties#factorFor, signIn refresh",
        "tokens are signed, accounts.Tokens#keys, signIn refresh clientToken",
        "secrets of machines are checked, clients.ClientSecrets#database, clientToken",
        "files are kept apart, evidence.EvidenceFolder#folder, attach"
    })
    @Covers("ASVS 16.5.3")
    void where_a_part_fails_the_answer_is_no(String control, String where, String operations) {
        for (String operation : operations.split(" ")) denied(operation, () -> Broken.at(where));
    }

    @Test
    @Covers("ASVS 16.5.3")
    void where_the_store_of_keys_is_gone_nothing_is_done_under_one() {
        denied("create", this::withoutKeys);
        denied("machineCreate", this::withoutKeys);
    }

    private void denied(String operation, Supplier<AutoCloseable> fault) {
        Supplier<Response> request = Defended.operation(operation);
        Map<String, Long> before = settled();
        admission.forgetAll();
        Response answer;
        try (AutoCloseable broken = fault.get()) {
            answer = request.get();
        } catch (Exception notRepaired) {
            throw new IllegalStateException(notRepaired);
        }
        admission.forgetAll();
        String told = operation + ": " + answer.statusCode() + " " + answer.asString();
        assertTrue(answer.statusCode() >= 400, told);
        assertFalse(LEAK.matcher(answer.asString()).find(), told);
        assertEquals(before, Rows.counted(), told);
        // with the same precondition: nothing has changed meanwhile, and it was the fault that denied it
        Response now = request.get();
        assertTrue(now.statusCode() < 300, operation + " afterwards: " + now.statusCode() + " " + now.asString());
    }

    /** What was done before may have consequences that are written a little later. */
    private static Map<String, Long> settled() {
        return await().until(Rows::counted, counted -> counted.equals(Rows.counted()));
    }

    private AutoCloseable withoutKeys() {
        execute("rename table idempotency_key to idempotency_key_away");
        return () -> execute("rename table idempotency_key_away to idempotency_key");
    }

    private void execute(String sql) {
        try (Connection connection = TestDatabase.owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
