package zhiyin.product;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import zhiyin.graph.Cypher;
import zhiyin.graph.Graph;
import zhiyin.graph.NodesById;
import zhiyin.model.GraphShape.End;
import zhiyin.model.GraphShape.Link;
import zhiyin.model.GraphShape;
import zhiyin.model.RecordKind;
import zhiyin.relay.NodeSource;

import static zhiyin.model.FieldType.Plain.BOOLEAN;
import static zhiyin.model.FieldType.Plain.DATE;
import static zhiyin.model.FieldType.Plain.DECIMAL;
import static zhiyin.model.FieldType.Plain.INTEGER;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.FieldType.code;
import static zhiyin.model.FieldType.reference;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.party;
import static zhiyin.model.RecordField.required;

@Configuration(proxyBeanMethods = false)
class ProductKinds {

    @Bean
    RecordKind productOffering() {
        return new RecordKind("ProductOffering", List.of(required("code", TEXT), required("nameZhHant", TEXT),
                required("nameZhHans", TEXT), required("nameEn", TEXT), required("kind", code(OfferingKind.class)),
                required("lifecycleStatus", code(ProductOffering.LifecycleStatus.class)),
                optional("monthlyPrice", DECIMAL), optional("currency", TEXT), optional("voiceMinutes", INTEGER),
                optional("messages", INTEGER), optional("dataMegabytes", INTEGER)),
                GraphShape.node(), Cypher.statement(getClass(), "merge-offerings"));
    }

    @Bean
    RecordKind product() {
        return new RecordKind("Product", List.of(party(), optional("offering", reference("ProductOffering")),
                required("name", TEXT), required("kind", code(OfferingKind.class)),
                required("status", code(Product.Status.class)), optional("serialNumber", TEXT),
                optional("startDate", DATE), optional("terminationDate", DATE), optional("monthlyPrice", DECIMAL),
                optional("currency", TEXT)),
                GraphShape.ofCustomer("OWNS")
                        .and(new Link("INSTANCE_OF", new End.Own(), new End.Named("offering", "ProductOffering", ""))),
                Cypher.statement(getClass(), "merge-products"));
    }

    @Bean
    RecordKind usageSummary() {
        return new RecordKind("UsageSummary", List.of(required("product", reference("Product")),
                required("month", DATE), optional("voiceMinutes", INTEGER), optional("messages", INTEGER),
                optional("dataMegabytes", INTEGER), optional("roamingMegabytes", INTEGER),
                optional("overAllowance", BOOLEAN)), GraphShape.of("product", "Product", "CONSUMED"),
                Cypher.statement(getClass(), "merge-usage"));
    }

    @Bean
    NodeSource productOfferings(Graph graph) {
        return new NodesById<>(graph, "ProductOffering", ProductOffering::of);
    }

    @Bean
    NodeSource products(Graph graph) {
        return new NodesById<>(graph, "Product", Product::of);
    }
}
