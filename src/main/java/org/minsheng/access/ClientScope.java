package org.minsheng.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Labelled;

/** What a machine client may do for its unit; the wire form is the OAuth scope. */
@Schema(description = "What a machine client may do for its unit.")
public enum ClientScope implements Labelled {
    READ("client:read", "读取台账与报表", "Read register and reports", Set.of()),
    REPORT("client:report", "代本单位填报", "Report for the unit", Set.of(Role.REPORTER)),
    FEED("client:feed", "接收变更", "Follow the changes", Set.of());

    private final String wire;
    private final String zh;
    private final String en;
    private final Set<Role> roles;

    ClientScope(String wire, String zh, String en, Set<Role> roles) {
        this.wire = wire;
        this.zh = zh;
        this.en = en;
        this.roles = roles;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /** The roles of people that do the same. */
    public Set<Role> roles() {
        return roles;
    }

    public static Optional<ClientScope> named(String wire) {
        for (ClientScope scope : values()) if (scope.wire.equals(wire)) return Optional.of(scope);
        return Optional.empty();
    }

    @JsonCreator
    static ClientScope of(String wire) {
        return named(wire).orElseThrow(() -> new IllegalArgumentException("unknown scope"));
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
