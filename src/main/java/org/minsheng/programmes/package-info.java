/**
 * A government's yearly list: mandate, source text, publication, change orders. Owns {@code programme},
 * {@code source_document} and {@code change_order}. Its one surprise: projects and indicators hear of publication and
 * change orders through events that this package owns.
 */
package org.minsheng.programmes;
