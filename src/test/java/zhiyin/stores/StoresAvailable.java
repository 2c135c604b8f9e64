package zhiyin.stores;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** Skips tests that are to run on containers where there is no engine or no image; local stores are always there. */
public class StoresAvailable implements ExecutionCondition {

    private static final Logger LOG = LoggerFactory.getLogger(StoresAvailable.class);

    private static final class Containers {

        static final ConditionEvaluationResult RESULT = evaluate();

        private static ConditionEvaluationResult evaluate() {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return skipped("no container engine answers");
            }
            return ContainerTestStores.missingImage().map(image -> skipped(
                    "the image %s is not here and cannot be had; docker pull %s says why".formatted(image, image)))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("The tests use containers"));
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
