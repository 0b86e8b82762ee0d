/**
 * The way to the database: entity base, the schema's migration at start, the SQL dialect, readiness, and the embedded
 * MariaDB of the demo and the tests. Owns no tables. The surprise: one build speaks to MySQL and to MariaDB, so only what
 * both understand may be written (see {@link org.minsheng.db.PortableMySQLDialect}).
 */
package org.minsheng.db;
