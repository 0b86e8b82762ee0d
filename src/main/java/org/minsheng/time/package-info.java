/** The one clock and the one civil time zone. Owns no table. Its one surprise: rules never ask it, they are told the date. */
package org.minsheng.time;
