/** The command line: what each command takes and prints. Results go to stdout, progress and messages to stderr. */
@NullMarked
package org.sayso.cli;

import org.jspecify.annotations.NullMarked;
