package org.minsheng.projects;

/** Who answers for a project; the notice names nobody. */
public record ProjectPeople(String contactPerson, String leaderInCharge) {}
