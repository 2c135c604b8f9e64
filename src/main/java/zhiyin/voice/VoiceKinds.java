package zhiyin.voice;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import zhiyin.graph.Cypher;
import zhiyin.graph.Graph;
import zhiyin.graph.NodesById;
import zhiyin.model.GraphShape;
import zhiyin.model.RecordKind;
import zhiyin.relay.NodeSource;

import static zhiyin.model.FieldType.Plain.BOOLEAN;
import static zhiyin.model.FieldType.Plain.DATE_TIME;
import static zhiyin.model.FieldType.Plain.INTEGER;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.FieldType.code;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.party;
import static zhiyin.model.RecordField.required;

@Configuration(proxyBeanMethods = false)
class VoiceKinds {

    @Bean
    RecordKind feedback() {
        return new RecordKind("Feedback", List.of(party(), required("instrument", code(Feedback.Instrument.class)),
                optional("score", INTEGER), optional("scaleMin", INTEGER), optional("scaleMax", INTEGER),
                optional("solved", BOOLEAN), optional("text", TEXT), required("answeredAt", DATE_TIME)),
                GraphShape.ofCustomer("GAVE"), Cypher.statement(getClass(), "merge-feedback"));
    }

    @Bean
    NodeSource feedbackNodes(Graph graph) {
        return new NodesById<>(graph, "Feedback", Feedback::of);
    }
}
