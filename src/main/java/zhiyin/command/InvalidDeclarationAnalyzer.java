package zhiyin.command;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import zhiyin.model.InvalidDeclarationException;

/** Tells mistakes in the declarations without a stack. */
class InvalidDeclarationAnalyzer extends AbstractFailureAnalyzer<InvalidDeclarationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidDeclarationException mistakes) {
        return new FailureAnalysis(mistakes.getMessage(), "Mend the declarations named above and start again.",
                mistakes);
    }
}
