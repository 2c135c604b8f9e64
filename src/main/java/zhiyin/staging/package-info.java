/**
 * Between the files of the sources and the graph: rows are read, brought into their types and checked; those that break a rule
 * are kept as rejects; the others become records, of which only those that changed go on. All of it lives in DuckDB, and can
 * be made again from the files, but for one thing: which customer a record was given earlier is remembered here alone.
 */
@ApplicationModule(allowedDependencies = {"model", "source", "contact"})
@NullMarked
package zhiyin.staging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
