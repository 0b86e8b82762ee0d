/**
 * The projects of a programme: words as printed, roles of units and groups, components. Owns {@code project},
 * {@code project_role}, {@code project_group_member} and {@code project_component}. Its one surprise: a role keeps the name
 * the unit had when it was written, so a later renaming leaves it as it was.
 */
package org.minsheng.projects;
