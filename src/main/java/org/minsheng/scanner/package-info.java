/**
 * Files from outside are looked through by a ClamAV daemon before anybody keeps them. Owns no table. Its one surprise: where
 * the operator names no daemon it lets everything through, and where one is named nothing passes without its word.
 */
package org.minsheng.scanner;
