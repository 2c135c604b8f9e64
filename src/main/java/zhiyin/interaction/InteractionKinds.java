package zhiyin.interaction;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import zhiyin.graph.Cypher;
import zhiyin.graph.Graph;
import zhiyin.graph.NodesById;
import zhiyin.model.GraphShape;
import zhiyin.model.RecordKind;
import zhiyin.relay.NodeSource;

import static zhiyin.model.FieldType.Plain.DATE_TIME;
import static zhiyin.model.FieldType.Plain.INTEGER;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.FieldType.code;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.party;
import static zhiyin.model.RecordField.required;

@Configuration(proxyBeanMethods = false)
class InteractionKinds {

    @Bean
    RecordKind partyInteraction() {
        return new RecordKind("PartyInteraction", List.of(party(), required("type", code(PartyInteraction.Type.class)),
                required("channel", code(PartyInteraction.Channel.class)),
                required("direction", code(PartyInteraction.Direction.class)),
                required("status", code(PartyInteraction.Status.class)), optional("reason", TEXT),
                optional("rootCause", TEXT), optional("resolution", TEXT), optional("text", TEXT),
                optional("originContext", TEXT), optional("agent", TEXT), required("startedAt", DATE_TIME),
                optional("endedAt", DATE_TIME), optional("queueSeconds", INTEGER), optional("talkSeconds", INTEGER),
                optional("holdSeconds", INTEGER), optional("afterCallSeconds", INTEGER)),
                GraphShape.ofCustomer("HAD"), Cypher.statement(getClass(), "merge-interactions"));
    }

    @Bean
    NodeSource partyInteractions(Graph graph) {
        return new NodesById<>(graph, "PartyInteraction", PartyInteraction::of);
    }
}
