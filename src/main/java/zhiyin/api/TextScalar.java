package zhiyin.api;

import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;

/**
 * A scalar that goes over the wire as a JSON string, and only as such.
 *
 * @param expected what a text must look like, for messages
 * @param read     value of a text; throws {@link RuntimeException} when there is none
 * @param write    text of a value; null when the scalar has no such values
 */
record TextScalar<T>(String expected, Function<String, T> read,
        Function<Object, @Nullable String> write) implements Coercing<T, String> {

    private static final int LONGEST_SHOWN = 40;

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        String text = write.apply(value);
        if (text == null) {
            throw new CoercingSerializeException(
                    "A %s cannot be told as %s".formatted(value.getClass().getSimpleName(), expected));
        }
        return text;
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return value(input);
        } catch (IllegalArgumentException wrong) {
            throw new CoercingParseValueException(wrong.getMessage(), wrong);
        }
    }

    @Override
    public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        try {
            return value(input instanceof StringValue text ? text.getValue() : input);
        } catch (IllegalArgumentException wrong) {
            throw new CoercingParseLiteralException(wrong.getMessage(), wrong);
        }
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.newStringValue(input instanceof String text ? text : serialize(input, context, locale))
                .build();
    }

    private T value(@Nullable Object input) {
        if (!(input instanceof String text)) {
            throw new IllegalArgumentException("Expected %s, in quotes".formatted(expected));
        }
        try {
            return read.apply(text);
        } catch (RuntimeException unreadable) {
            String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
            throw new IllegalArgumentException("'%s' is not %s".formatted(shown, expected), unreadable);
        }
    }
}
