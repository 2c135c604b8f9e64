package zhiyin.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

import graphql.schema.DataFetchingFieldSelectionSet;

import zhiyin.contact.ContactSettings;
import zhiyin.relay.Connection;
import zhiyin.relay.GlobalId;
import zhiyin.relay.PageRequest;

@Controller
class CustomerController {

    private static final String READS_CUSTOMERS = "hasAnyRole('AGENT', 'MANAGER')";

    record CustomerFilter(@Nullable CustomerStatus status) {}

    private final Customers customers;
    private final ProfileStore profiles;
    private final CallerStore callers;
    private final ContactSettings contacts;

    CustomerController(Customers customers, ProfileStore profiles, CallerStore callers, ContactSettings contacts) {
        this.customers = customers;
        this.profiles = profiles;
        this.callers = callers;
        this.contacts = contacts;
    }

    @QueryMapping
    @PreAuthorize(READS_CUSTOMERS)
    Optional<Customer> customer(@Argument String id) {
        return GlobalId.decode(id, customers.type()).flatMap(customers::find);
    }

    @QueryMapping
    @PreAuthorize(READS_CUSTOMERS)
    Connection<Customer> customers(@Argument int first, @Argument @Nullable String after,
            @Argument @Nullable CustomerFilter filter, DataFetchingFieldSelectionSet selected) {
        return customers.page(new PageRequest(first, after), filter == null ? null : filter.status(),
                selected.contains("totalCount"));
    }

    @QueryMapping
    @PreAuthorize(READS_CUSTOMERS)
    List<CallerCandidate> identifyCaller(@Argument CallerKey by) {
        return by.value(contacts.regions()).map(value -> callers.evidence(by.type(), value))
                .map(CallerCandidate::ranked).orElse(List.of());
    }

    @BatchMapping
    Map<Customer, List<ContactMedium>> contactMedia(List<Customer> customers) {
        Map<String, List<ContactMedium>> contacts = profiles.contactsOf(ids(customers));
        return customers.stream().collect(toMap(Function.identity(), customer -> contacts
                .getOrDefault(customer.id(), List.of())));
    }

    @BatchMapping
    Map<Customer, List<SourceRecord>> sourceRecords(List<Customer> customers) {
        Map<String, List<SourceRecord>> records = profiles.recordsOf(ids(customers));
        return customers.stream().collect(toMap(Function.identity(), customer -> records
                .getOrDefault(customer.id(), List.of())));
    }

    private static List<String> ids(List<Customer> customers) {
        return customers.stream().map(Customer::id).toList();
    }
}
