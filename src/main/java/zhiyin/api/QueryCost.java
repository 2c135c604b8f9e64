package zhiyin.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import graphql.execution.ExecutionContext;
import graphql.execution.ValuesResolver;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;

/**
 * Reckons how many fields the answer to an operation may have, and how deep it is, from the operation alone. Each fragment is
 * reckoned once, however often it is spread: a document that doubles with every fragment costs no more time than it has lines.
 */
final class QueryCost {

    /** Items that a list which is no connection is taken to have. */
    static final int USUAL_LIST = 5;
    private static final String CONNECTION = "Connection";
    private static final Cost NOTHING = new Cost(0, 0);

    private final ExecutionContext execution;
    private final Map<String, Cost> fragments = new HashMap<>();

    private QueryCost(ExecutionContext execution) {
        this.execution = execution;
    }

    /**
     * What an operation asks for.
     *
     * @param fields fields of the largest answer
     * @param depth  levels of fields
     */
    record Cost(long fields, int depth) {

        private Cost and(Cost other) {
            return new Cost(saturated(Math.addExact(fields, other.fields)), Math.max(depth, other.depth));
        }

        private Cost within(long times) {
            return new Cost(saturated(1 + Math.multiplyExact(fields, times)), depth + 1);
        }

        // Far above any limit and far below overflow, even when multiplied by the largest page.
        private static long saturated(long fields) {
            return Math.min(fields, Integer.MAX_VALUE);
        }
    }

    static Cost of(ExecutionContext execution) {
        GraphQLCompositeType root = switch (execution.getOperationDefinition().getOperation()) {
            case QUERY -> execution.getGraphQLSchema().getQueryType();
            case MUTATION -> execution.getGraphQLSchema().getMutationType();
            case SUBSCRIPTION -> execution.getGraphQLSchema().getSubscriptionType();
        };
        return new QueryCost(execution).of(execution.getOperationDefinition().getSelectionSet(), root);
    }

    private Cost of(SelectionSet selections, GraphQLCompositeType parent) {
        return selections.getSelections().stream().map(selection -> of(selection, parent)).reduce(NOTHING, Cost::and);
    }

    private Cost of(Selection<?> selection, GraphQLCompositeType parent) {
        return switch (selection) {
            case Field field -> of(field, parent);
            case InlineFragment inline -> of(inline.getSelectionSet(), narrowed(inline.getTypeCondition(), parent));
            case FragmentSpread spread -> ofFragment(spread.getName(), parent);
            default -> throw new IllegalStateException("Not a selection: " + selection.getClass());
        };
    }

    private Cost ofFragment(String name, GraphQLCompositeType parent) {
        Cost known = fragments.get(name);
        if (known == null) {
            FragmentDefinition fragment = Objects.requireNonNull(execution.getFragment(name));
            known = of(fragment.getSelectionSet(), narrowed(fragment.getTypeCondition(), parent));
            fragments.put(name, known);
        }
        return known;
    }

    private Cost of(Field field, GraphQLCompositeType parent) {
        // The library bounds introspection on its own.
        if (field.getSelectionSet() == null || field.getName().startsWith("__")) {
            return new Cost(1, 1);
        }
        GraphQLFieldDefinition definition = ((GraphQLFieldsContainer) parent).getFieldDefinition(field.getName());
        var type = (GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(definition.getType());
        return of(field.getSelectionSet(), type).within(times(field, definition, type, parent));
    }

    private long times(Field field, GraphQLFieldDefinition definition, GraphQLNamedType type, GraphQLNamedType parent) {
        if (type.getName().endsWith(CONNECTION)) {
            Map<String, Object> arguments = ValuesResolver.getArgumentValues(
                    execution.getGraphQLSchema().getCodeRegistry(), definition.getArguments(), field.getArguments(),
                    execution.getCoercedVariables(), execution.getGraphQLContext(), execution.getLocale());
            return arguments.get("first") instanceof Integer first ? Math.max(1, first) : USUAL_LIST;
        }
        boolean manyHere = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
        return manyHere && !parent.getName().endsWith(CONNECTION) ? USUAL_LIST : 1;
    }

    private GraphQLCompositeType narrowed(@Nullable TypeName condition,
            GraphQLCompositeType parent) {
        return condition == null
                ? parent
                : (GraphQLCompositeType) Objects
                        .requireNonNull(execution.getGraphQLSchema().getType(condition.getName()));
    }
}
