package org.minsheng.accounts;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;

/** Every operation on passwords, factors, roles, sessions and secrets asks for a proof of the last five minutes. */
@QuarkusTest
class StepUpTest {
    private record Step(String operation, String role, Method method, String path, Object body) {}

    private static final String ACCOUNT = "/api/v1/accounts/{person}";
    private static final String CLIENT = "/api/v1/clients/{client}";
    private static final List<Step> STEPS = List.of(
            new Step(
                    "AccountAccessResource.resetPassword",
                    "system-admin",
                    Method.POST,
                    ACCOUNT + "/password-reset",
                    ""),
            new Step(
                    "AccountAccessResource.resetFactor",
                    "security-admin",
                    Method.DELETE,
                    ACCOUNT + "/second-factor",
                    ""),
            new Step(
                    "AccountAccessResource.bindOutside",
                    "security-admin",
                    Method.PUT,
                    ACCOUNT + "/outside-identity",
                    Map.of("subject", "s")),
            new Step(
                    "AccountAccessResource.unbindOutside",
                    "security-admin",
                    Method.DELETE,
                    ACCOUNT + "/outside-identity",
                    ""),
            new Step(
                    "AccountResource.grant",
                    "security-admin",
                    Method.PUT,
                    ACCOUNT + "/roles",
                    Map.of("roles", List.of("audit-admin"))),
            new Step(
                    "ClientResource.grant",
                    "security-admin",
                    Method.PUT,
                    CLIENT + "/scopes",
                    Map.of("scopes", List.of("client:read"))),
            new Step("ClientResource.addSecret", "system-admin", Method.POST, CLIENT + "/secrets", ""),
            new Step("OwnAccessResource.endSession", "audit-admin", Method.DELETE, "/api/v1/me/sessions/{any}", ""),
            new Step("OwnAccessResource.beginFactor", "audit-admin", Method.POST, "/api/v1/me/second-factor", ""),
            new Step(
                    "OwnAccessResource.confirmFactor",
                    "audit-admin",
                    Method.POST,
                    "/api/v1/me/second-factor/confirmation",
                    Map.of("code", "123456")),
            new Step("OwnAccessResource.removeFactor", "audit-admin", Method.DELETE, "/api/v1/me/second-factor", ""),
            new Step(
                    "OwnAccessResource.renewRecoveryCodes",
                    "audit-admin",
                    Method.POST,
                    "/api/v1/me/recovery-codes",
                    ""));

    @Inject
    EntityManager database;

    @Test
    @Covers("ASVS 7.5.1")
    void an_old_proof_is_refused_by_each_of_them() {
        Map<String, String> aged = new HashMap<>();
        for (Step step : STEPS) aged.computeIfAbsent(step.role, StepUpTest.this::aged);
        String person = Person.opened("audit-admin").id();
        String unit = As.json(
                        "sysadmin", Map.of("code", UUID.randomUUID().toString(), "type", "GOVERNMENT", "name", "某区"))
                .post("/api/v1/units")
                .path("id");
        String client = As.json("sysadmin", Map.of("name", "对接系统", "unitId", unit))
                .post("/api/v1/clients")
                .path("id");
        for (Step step : STEPS)
            Person.with(aged.get(step.role), step.body)
                    .header("If-Match", "\"v0\"")
                    .request(
                            step.method,
                            step.path
                                    .replace("{person}", person)
                                    .replace("{client}", client)
                                    .replace("{any}", UUID.randomUUID().toString()))
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("auth.step-up-needed"));
    }

    @Test
    void none_of_them_is_missing_here() {
        Set<String> proven = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.minsheng").stream()
                        .map(JavaClass::getMethods)
                        .flatMap(Set::stream)
                        .filter(method -> method.isAnnotatedWith(Proven.class))
                        .map(StepUpTest::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(proven, STEPS.stream().map(Step::operation).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    /** The token of somebody who signed in a little too long ago. */
    private String aged(String role) {
        Person person = Person.settled(role);
        String token = person.token();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createQuery("update Session s set s.provenAt = :then where s.accountId = :account")
                        .setParameter("then", Instant.now().minusSeconds(301))
                        .setParameter("account", UUID.fromString(person.id()))
                        .executeUpdate());
        return token;
    }
}
