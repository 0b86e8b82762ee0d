/**
 * Files behind entries and items. Owns evidence; the bytes lie in a folder under their SHA-256. Its one surprise: the same
 * file behind two things is one file and a flag, never a refusal.
 */
package org.minsheng.evidence;
