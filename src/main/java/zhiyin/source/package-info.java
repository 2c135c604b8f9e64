/**
 * What data engineers declare in {@code etl/sources/**.yaml}: systems, their feeds, the columns of each, and which records of
 * the graph a row fills. Reading a declaration checks it whole; nothing is loaded from one that has a mistake.
 */
@ApplicationModule(allowedDependencies = {"model"})
@NullMarked
package zhiyin.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
