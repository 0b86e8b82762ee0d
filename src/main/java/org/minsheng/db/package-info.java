/**
 * The database under everything: entity base, keyset lists, search folding, migration at start, and the embedded server
 * of the demo. Owns no table. Its one surprise: one dialect serves MySQL and MariaDB.
 */
package org.minsheng.db;
