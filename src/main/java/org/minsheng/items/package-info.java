/**
 * The register of counted things (点位) behind a promise. Owns item. Its one surprise: a thing is known by its name and
 * place within its government and unit of measure, so no other promise and no other year can count it again.
 */
package org.minsheng.items;
