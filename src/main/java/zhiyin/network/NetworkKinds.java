package zhiyin.network;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import zhiyin.graph.Cypher;
import zhiyin.graph.Graph;
import zhiyin.graph.NodesById;
import zhiyin.model.GraphShape;
import zhiyin.model.RecordKind;
import zhiyin.relay.NodeSource;

import static zhiyin.model.FieldType.Plain.DATE;
import static zhiyin.model.FieldType.Plain.DECIMAL;
import static zhiyin.model.FieldType.Plain.INTEGER;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.party;
import static zhiyin.model.RecordField.required;

@Configuration(proxyBeanMethods = false)
class NetworkKinds {

    @Bean
    RecordKind networkExperience() {
        return new RecordKind("NetworkExperience", List.of(party(), required("month", DATE),
                optional("drops", INTEGER), optional("throughput", DECIMAL), optional("latency", DECIMAL),
                optional("outages", INTEGER), optional("score", INTEGER)),
                GraphShape.ofCustomer("EXPERIENCED"), Cypher.statement(getClass(), "merge-experience"));
    }

    @Bean
    RecordKind area() {
        return new RecordKind("Area", List.of(required("postalCode", TEXT), optional("province", TEXT),
                optional("city", TEXT), optional("population", INTEGER)), GraphShape.node(),
                Cypher.statement(getClass(), "merge-areas"));
    }

    @Bean
    NodeSource areas(Graph graph) {
        return new NodesById<>(graph, "Area", Area::of);
    }
}
