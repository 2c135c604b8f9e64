package zhiyin.source;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/** Takes values that are none of their type for absent, so that the rest of a file is checked, too. */
class WrongValues extends DeserializationProblemHandler {

    @Override
    public @Nullable Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value,
            String failure) {
        return null;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value,
            String failure) {
        return null;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(DeserializationContext context, JavaType type, JsonToken token,
            JsonParser parser, String failure) {
        parser.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleMissingInstantiator(DeserializationContext context, Class<?> type,
            tools.jackson.databind.deser.ValueInstantiator instantiator, JsonParser parser, String message) {
        parser.skipChildren();
        return null;
    }
}
