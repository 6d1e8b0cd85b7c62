/**
 * Pages and REST over one record. Comes in: HTTP requests on 127.0.0.1. Goes out: server-rendered pages (templates in
 * {@code src/main/jte}, where every value is escaped for its place) and, under {@code /api/v1}, the same as JSON.
 *
 * <p>Words of reports are shown, never run: a content security policy forbids scripts from anywhere but this server, and
 * the pages work without any.
 */
@NullMarked
package org.sayso.server;

import org.jspecify.annotations.NullMarked;
