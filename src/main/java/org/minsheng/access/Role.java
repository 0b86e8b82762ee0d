package org.minsheng.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

/** The roles of GB/T 22239 (三员分立) and of the work itself; the wire form is the JWT group. */
@Schema(description = "What an account may do.")
public enum Role implements Labelled {
    REPORTER(Role.Names.REPORTER, "填报员", "Reporter"),
    REVIEWER(Role.Names.REVIEWER, "单位审核人", "Unit reviewer"),
    SUPERVISOR(Role.Names.SUPERVISOR, "督查室", "Supervision office"),
    LEADER(Role.Names.LEADER, "区领导", "District leader"),
    OBSERVER(Role.Names.OBSERVER, "抄送单位", "Observer"),
    SYSTEM_ADMIN(Role.Names.SYSTEM_ADMIN, "系统管理员", "System administrator"),
    SECURITY_ADMIN(Role.Names.SECURITY_ADMIN, "安全管理员", "Security administrator"),
    AUDIT_ADMIN(Role.Names.AUDIT_ADMIN, "审计管理员", "Audit administrator");

    public static final Set<Role> ADMINS = EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN);

    private final String wire;
    private final String zh;
    private final String en;

    Role(String wire, String zh, String en) {
        this.wire = wire;
        this.zh = zh;
        this.en = en;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    @JsonCreator
    public static Role of(String wire) {
        for (Role role : values()) if (role.wire.equals(wire)) return role;
        throw new IllegalArgumentException("unknown role");
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** Constants for {@code @RolesAllowed}. */
    public static final class Names {
        public static final String REPORTER = "reporter";
        public static final String REVIEWER = "reviewer";
        public static final String SUPERVISOR = "supervisor";
        public static final String LEADER = "leader";
        public static final String OBSERVER = "observer";
        public static final String SYSTEM_ADMIN = "system-admin";
        public static final String SECURITY_ADMIN = "security-admin";
        public static final String AUDIT_ADMIN = "audit-admin";

        private Names() {}
    }
}
