package org.minsheng.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void addresses_of_one_ipv6_network_are_one_caller() {
        assertEquals(Network.of("2001:db8:1:2::1"), Network.of("2001:db8:1:2:ffff::9"));
        assertNotEquals(Network.of("2001:db8:1:2::1"), Network.of("2001:db8:1:3::1"));
    }

    @Test
    void each_ipv4_address_is_a_caller() {
        assertNotEquals(Network.of("10.0.0.1"), Network.of("10.0.0.2"));
        assertEquals("10.0.0.1", Network.of("10.0.0.1"));
    }
}
