/**
 * Finds out whether staging, graph and search agree, names every difference, and mends it when asked to. Adds
 * {@code verification} and {@code verifyStart} to the API.
 */
@ApplicationModule(allowedDependencies = {"golden", "graph", "load", "model", "relay", "search", "source", "staging",
        "tag"})
@NullMarked
package zhiyin.verify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
