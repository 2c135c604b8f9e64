package zhiyin.api;

import java.util.List;

import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

import graphql.TrivialDataFetcher;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.WiringFactory;

import zhiyin.relay.Entity;
import zhiyin.relay.GlobalId;

/** Lends the scalars to the schema, and answers {@code id} of everything that is a Node with its global id. */
@Component
class ApiWiring implements RuntimeWiringConfigurer {

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        Scalars.all().forEach(wiring::scalar);
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring, List<WiringFactory> factories) {
        factories.add(new GlobalIds());
    }

    private static final class GlobalIds implements WiringFactory {

        @Override
        public boolean providesDataFetcher(FieldWiringEnvironment field) {
            return field.getFieldDefinition().getName().equals("id")
                    && field.getParentType() instanceof ObjectTypeDefinition type && type.getImplements().stream()
                            .anyMatch(implemented -> ((TypeName) implemented).getName().equals("Node"));
        }

        @Override
        public DataFetcher<?> getDataFetcher(FieldWiringEnvironment field) {
            return new GlobalIdOf(field.getParentType().getName());
        }
    }

    // Trivial, so that it runs inline: thousands of ids are told in one answer.
    private record GlobalIdOf(String type) implements TrivialDataFetcher<String> {

        @Override
        public String get(DataFetchingEnvironment environment) {
            if (environment.getSource() instanceof Entity entity) {
                return new GlobalId(type, entity.id()).encoded();
            }
            throw new IllegalStateException("%s is a Node: its Java type must be an Entity".formatted(type));
        }
    }
}
