package zhiyin.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.validation.ValidationError;

/** Refuses requests that ask for too much, and tells in {@code extensions.cost} how much the others ask for. */
@Component
class RequestLimits extends SimplePerformantInstrumentation {

    private final ApiSettings limits;

    RequestLimits(ApiSettings limits) {
        this.limits = limits;
    }

    @Override
    public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, InstrumentationState state) {
        DocumentShape.of(parameters.getDocument()).refuseMoreThan(limits);
        return super.beginValidation(parameters, state);
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        QueryCost.Cost cost = QueryCost.of(parameters.getExecutionContext());
        TooComplexException.refuseMore("levels", cost.depth(), limits.depth());
        TooComplexException.refuseMore("fields to answer", cost.fields(), limits.complexity());
        parameters.getExecutionContext().getGraphQLContext().put(QueryCost.class, cost);
        return super.beginExecuteOperation(parameters, state);
    }

    /** What loaders remember of the last event of a subscription would be out of date, and never be given up. */
    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, InstrumentationState state) {
        parameters.getExecutionContext().getDataLoaderRegistry().getDataLoaders().forEach(DataLoader::clearAll);
        return super.beginSubscribedFieldEvent(parameters, state);
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
            InstrumentationExecutionParameters parameters, InstrumentationState state) {
        QueryCost.@Nullable Cost cost = parameters.getGraphQLContext().get(QueryCost.class);
        return CompletableFuture.completedFuture(cost == null
                ? result
                : result.transform(told -> told.addExtension("cost",
                        Map.of("requested", cost.fields(), "limit", limits.complexity()))));
    }
}
