package zhiyin.golden;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toMap;

import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

import zhiyin.customer.ContactMedium;
import zhiyin.customer.Customer;
import zhiyin.customer.SourceRecord;
import zhiyin.golden.AttributeProvenance.OtherValue;
import zhiyin.identity.IdentityRules;
import zhiyin.lineage.Lineage;

@Controller
class ProvenanceController {

    private static final String READS_CUSTOMERS = "hasAnyRole('AGENT', 'MANAGER')";

    private final SayingStore store;
    private final IdentityRules rules;

    ProvenanceController(SayingStore store, IdentityRules rules) {
        this.store = store;
        this.rules = rules;
    }

    @BatchMapping
    Map<Customer, List<AttributeProvenance>> provenance(List<Customer> customers) {
        Map<String, Provenance> known = of(customers.stream().map(Customer::id));
        return customers.stream().collect(toMap(Function.identity(), customer -> attributes(known, customer.id())));
    }

    @BatchMapping(typeName = "ContactMedium")
    Map<ContactMedium, List<SourceRecord>> sourceRecords(List<ContactMedium> media) {
        Map<String, Provenance> known = of(media.stream().map(ContactMedium::customer));
        return media.stream().collect(toMap(Function.identity(),
                medium -> known.containsKey(medium.customer()) ? known.get(medium.customer()).of(medium) : List.of()));
    }

    @SchemaMapping(typeName = "Lineage")
    List<AttributeProvenance> provenance(Lineage lineage) {
        return lineage.type().equals("Customer") ? attributes(of(Stream.of(lineage.key())), lineage.key()) : List.of();
    }

    @SchemaMapping(typeName = "Lineage")
    List<SourceRecord> sourceRecords(Lineage lineage) {
        return lineage.type().equals("Customer")
                ? store.saidOf(List.of(lineage.key())).values().stream()
                        .flatMap(said -> said.sayings().stream().map(Saying::record)).toList()
                : List.of();
    }

    @SchemaMapping(typeName = "AttributeProvenance")
    @PreAuthorize(READS_CUSTOMERS)
    Optional<String> value(AttributeProvenance provenance) {
        return Optional.ofNullable(provenance.value());
    }

    @SchemaMapping(typeName = "OtherValue")
    @PreAuthorize(READS_CUSTOMERS)
    Optional<String> value(OtherValue other) {
        return Optional.of(other.value());
    }

    private Map<String, Provenance> of(Stream<String> customers) {
        return store.saidOf(customers.distinct().toList()).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, said -> new Provenance(rules, said.getValue())));
    }

    private static List<AttributeProvenance> attributes(Map<String, Provenance> known, String customer) {
        return Optional.ofNullable(known.get(customer)).map(Provenance::attributes).orElse(List.of());
    }
}
