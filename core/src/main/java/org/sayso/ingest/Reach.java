package org.sayso.ingest;

/**
 * How far a file is read.
 *
 * @param file as the caller wrote it
 * @param read bytes taken from it
 * @param size bytes of it
 */
public record Reach(String file, long read, long size) {}
