package org.minsheng.projects;

/**
 * Who reads what units are still working on, and who decides it: conditions of a query about an {@code e} with a {@code
 * projectId}, its unit {@code w} and its promise {@code i}.
 */
public final class WorkingData {
    /** Binds {@code :working}. */
    private static final String LED = """
            exists (select 1 from Project p join p.parts r join Unit l on l.id = r.unitId
              where p.id = e.projectId and r.role = LEAD and l.path like :working)""";

    /** By who leads the promise, its component where that has a lead. Binds {@code :reading} and {@code :working}. */
    public static final String DECIDED = "w.path like :reading and " + LED + """
             and not exists (select 1 from Project q join q.components c join Unit o on o.id = c.leadUnitId
               where q.id = e.projectId and c.id = i.componentId and o.path not like :working)""";

    private WorkingData() {}

    /**
     * What is settled everybody of the government reads; the rest its own unit, those that lead the project and who
     * oversees. Binds {@code :reading}, {@code :working} and {@code :sees}.
     */
    public static String readable(String settled) {
        return "w.path like :reading and (" + settled + " or :sees = true or w.path like :working or " + LED + ")";
    }
}
