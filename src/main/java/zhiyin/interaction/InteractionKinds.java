package zhiyin.interaction;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import zhiyin.graph.Cypher;
import zhiyin.model.GraphShape;
import zhiyin.model.History;
import zhiyin.model.RecordKind;

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
        RecordKind interactions = new RecordKind("PartyInteraction",
                List.of(party(), required("type", code(PartyInteraction.Type.class)),
                        required("channel", code(PartyInteraction.Channel.class)),
                        required("direction", code(PartyInteraction.Direction.class)),
                        required("status", code(PartyInteraction.Status.class)), optional("reason", TEXT),
                        optional("rootCause", TEXT), optional("resolution", TEXT), optional("text", TEXT),
                        optional("originContext", TEXT), optional("agent", TEXT), required("startedAt", DATE_TIME),
                        optional("endedAt", DATE_TIME), optional("queueSeconds", INTEGER),
                        optional("talkSeconds", INTEGER),
                        optional("holdSeconds", INTEGER), optional("afterCallSeconds", INTEGER)),
                GraphShape.ofCustomer("HAD"), Cypher.statement(getClass(), "merge-interactions"));
        return interactions.with(history(interactions));
    }

    private static History history(RecordKind interactions) {
        RecordKind months = new RecordKind("InteractionMonth", History.fieldsOfMonths(interactions.fields()),
                GraphShape.ofCustomer("HAD_MONTH"), Cypher.statement(InteractionKinds.class, "merge-months"),
                Cypher.statement(InteractionKinds.class, "remove-months"));
        RecordKind window = new RecordKind("InteractionWindow", History.fieldsOfWindow(), GraphShape.node(),
                Cypher.statement(InteractionKinds.class, "merge-window"),
                Cypher.statement(InteractionKinds.class, "remove-window"));
        return new History("startedAt", months, window);
    }
}
