package zhiyin.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

import zhiyin.customer.Customer;

@Controller
class NetworkController {

    private final NetworkStore store;

    NetworkController(NetworkStore store) {
        this.store = store;
    }

    @BatchMapping
    Map<Customer, List<NetworkExperience>> networkExperience(List<Customer> customers) {
        Map<String, List<NetworkExperience>> experience = store.experienceOf(
                customers.stream().map(Customer::id).distinct().toList());
        return customers.stream().collect(
                toMap(Function.identity(), customer -> experience.getOrDefault(customer.id(), List.of())));
    }

    /** Leaves out the customers whose area no source knows: the API shows null. */
    @BatchMapping
    Map<Customer, Area> area(List<Customer> customers) {
        Map<String, Area> areas = store.areasAt(
                customers.stream().map(Customer::postalCode).filter(Objects::nonNull).distinct().toList());
        Map<Customer, Area> ofCustomers = new HashMap<>();
        for (Customer customer : customers) {
            Area area = customer.postalCode() == null ? null : areas.get(customer.postalCode());
            if (area != null) {
                ofCustomers.put(customer, area);
            }
        }
        return ofCustomers;
    }
}
