package zhiyin.api;

import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.stereotype.Component;

import graphql.GraphQLError;

/** Says why a subscription broke off, in the words and codes of all other faults. */
@Component
class BrokenSubscriptions extends SubscriptionExceptionResolverAdapter {

    @Override
    protected GraphQLError resolveToSingleError(Throwable thrown) {
        return FaultResolver.brokenOff(thrown);
    }
}
