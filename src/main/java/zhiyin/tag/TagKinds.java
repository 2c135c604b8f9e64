package zhiyin.tag;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import zhiyin.graph.Cypher;
import zhiyin.graph.Graph;
import zhiyin.graph.GraphImage;
import zhiyin.graph.NodesById;
import zhiyin.model.GraphShape.End;
import zhiyin.model.GraphShape.Link;
import zhiyin.model.GraphShape.Property;
import zhiyin.model.GraphShape;
import zhiyin.model.RecordKind;
import zhiyin.relay.NodeSource;

import static zhiyin.model.FieldType.Plain.DATE_TIME;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.party;
import static zhiyin.model.RecordField.required;

@Configuration(proxyBeanMethods = false)
class TagKinds {

    @Bean
    RecordKind customerTag() {
        return new RecordKind("CustomerTag", List.of(party(), required("tag", TEXT), optional("since", DATE_TIME)),
                GraphShape.link(new Link("TAGGED", new End.OfCustomer(), new End.Named("tag", "Tag", "tag:"),
                        new Property.RecordId("record"), new Property.OfField("since"),
                        new Property.Origin("origin"))),
                Cypher.statement(getClass(), "merge-tags"));
    }

    @Bean
    GraphImage customerTagImage() {
        return GraphImage.ofRelationships("CustomerTag", "id", Cypher.statement(getClass(), "read-tags"),
                Cypher.statement(getClass(), "wipe-tags")).where(Cypher.statement(getClass(), "possible-tags"));
    }

    @Bean
    NodeSource tags(Graph graph) {
        return new NodesById<>(graph, "Tag", Tag::of);
    }
}
