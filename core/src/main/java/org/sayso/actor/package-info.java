/**
 * Who. Comes in: the article, its analysis and the spans that need somebody. Goes out: entities with country, sector
 * and role, and which span means which entity.
 */
@NullMarked
package org.sayso.actor;

import org.jspecify.annotations.NullMarked;
