package org.minsheng.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who is behind the token of a machine client; kept elsewhere than people are. */
public interface Machines {
    /** Those of the clients that are active, in one statement. */
    Map<UUID, Machine> admitted(Set<UUID> clients);
}
