package zhiyin.tag;

import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a file of {@code etl/tags} holds. */
record TagFile(@Nullable List<@Nullable Placed> tags) {

    /** A tag and the line that it begins on, for messages about it. */
    @JsonDeserialize(using = PlacedDeserializer.class)
    record Placed(int line, DeclaredTag tag) {}

    static class PlacedDeserializer extends ValueDeserializer<Placed> {

        @Override
        public Placed deserialize(JsonParser parser, DeserializationContext context) {
            int line = parser.currentTokenLocation().getLineNr();
            return new Placed(line, context.readValue(parser, DeclaredTag.class));
        }
    }
}
