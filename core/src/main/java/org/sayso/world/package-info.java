/**
 * The countries of the world as news writes them: codes, names, demonyms, capitals, world regions. Shared by the stages
 * that say where and who; knows nothing of any article.
 */
@NullMarked
package org.sayso.world;

import org.jspecify.annotations.NullMarked;
