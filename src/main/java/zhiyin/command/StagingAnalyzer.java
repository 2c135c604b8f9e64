package zhiyin.command;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import zhiyin.staging.StagingException;

/** Tells without a stack that staging cannot be opened, which is so while a hub runs beside a command. */
class StagingAnalyzer extends AbstractFailureAnalyzer<StagingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StagingException refused) {
        return new FailureAnalysis(refused.getMessage(), null, refused);
    }
}
