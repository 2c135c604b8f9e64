package zhiyin.stores;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** Skips tests that are to run on containers where there is no engine or no image; local stores are always there. */
public class StoresAvailable implements ExecutionCondition {

    private static final Logger LOG = LoggerFactory.getLogger(StoresAvailable.class);

    private static final class Containers {

        static final ConditionEvaluationResult RESULT = evaluate();

        private static ConditionEvaluationResult evaluate() {
            try {
                return DockerClientFactory.instance().isDockerAvailable()
                        ? ContainerTestStores.missingImage().map(Containers::withoutImage)
                                .orElseGet(() -> ConditionEvaluationResult.enabled("The tests use containers"))
                        : skipped("no container engine answers");
            } catch (RuntimeException unusable) {
                return skipped(
                        ("Testcontainers cannot use the engine (%s); if all that it lacks is a helper image to find "
                                + "the engine's host, set TESTCONTAINERS_HOST_OVERRIDE=localhost")
                                .formatted(unusable.getMessage()));
            }
        }

        private static ConditionEvaluationResult withoutImage(DockerImageName image) {
            return skipped("the image %s is neither here nor can it be pulled".formatted(image));
        }

        private static ConditionEvaluationResult skipped(String why) {
            LOG.warn("The tests on containers are skipped: {}", why);
            return ConditionEvaluationResult.disabled("The tests on containers are skipped: " + why);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return "containers".equals(System.getProperty("zhiyin.test.stores"))
                ? Containers.RESULT
                : ConditionEvaluationResult.enabled("The tests use local stores");
    }
}
