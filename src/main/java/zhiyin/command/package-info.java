/** The command line: serve, load, reindex, verify, generate, health. Says what it does in words, and by its exit code: 0 done, 1 failed, 2 bad usage. */
@ApplicationModule(allowedDependencies = {"model", "sample", "load", "reindex", "staging", "verify"})
@NullMarked
package zhiyin.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
