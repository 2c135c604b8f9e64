/**
 * Rows that loads refused: listed and downloaded with their values, corrected by engineers, and handed to the loads that read
 * them again. Adds {@code rejectCorrect} and {@code rejectDismiss} to the API, and {@code /loads/{number}/rejects.csv}.
 */
@ApplicationModule(allowedDependencies = {"relay", "source", "staging"})
@NullMarked
package zhiyin.reject;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
