/** Sayso beside CoreNLP and HeidelTime: the same texts, one run, one thread. For comparing only. */
@NullMarked
package org.sayso.bench.corenlp;

import org.jspecify.annotations.NullMarked;
