package org.minsheng.db;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.lock.internal.MariaDBLockingSupport;
import org.hibernate.dialect.lock.spi.LockingSupport;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.JsonAsStringJdbcType;

/** Writes only what MySQL 8.0 to 9 and MariaDB 11.4 both take. */
public class PortableMySQLDialect extends MySQLDialect {
    /** A query hint: what stands first in the FROM clause is read first. */
    public static final String IN_ORDER = "straight_join";

    private static final DatabaseVersion OLDEST = DatabaseVersion.make(8, 0, 31);
    private static final LockingSupport LOCKING = new MariaDBLockingSupport(true, true, false);

    public PortableMySQLDialect() {
        super(OLDEST);
    }

    // Hibernate passes the database it found; we write for the oldest one all the same
    public PortableMySQLDialect(DialectResolutionInfo found) {
        super(OLDEST);
    }

    @Override
    public void contributeTypes(TypeContributions types, ServiceRegistry services) {
        super.contributeTypes(types, services);
        // MySQL's own binding, "cast(? as json)", is unknown to MariaDB
        types.getTypeConfiguration()
                .getJdbcTypeRegistry()
                .addDescriptor(SqlTypes.JSON, JsonAsStringJdbcType.VARCHAR_INSTANCE);
    }

    // MariaDB has no "for update of"
    @Override
    protected boolean supportsAliasLocks() {
        return false;
    }

    @Override
    public LockingSupport getLockingSupport() {
        return LOCKING;
    }

    /** The one hint that both servers take: tables are joined in the order of the query's text. */
    @Override
    public String getQueryHintString(String query, String hints) {
        return hints.equals(IN_ORDER) ? query.replaceFirst("^select ", "select straight_join ") : query;
    }
}
