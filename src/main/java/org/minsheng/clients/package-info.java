/**
 * Programs that act for a unit by themselves: other government systems. Its one surprise: a client has no session, so its
 * access tokens are all that there is, and what it may do is asked of the database for each of them.
 */
package org.minsheng.clients;
