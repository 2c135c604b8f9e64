/** The command line: load, reindex, verify, schedules and more. Says what it does in words, and by its exit code: 0 done, 1 failed, 2 bad usage. */
@ApplicationModule(allowedDependencies = {"model", "relay", "sample", "source", "staging", "load", "reindex", "verify",
        "schedule"})
@NullMarked
package zhiyin.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
