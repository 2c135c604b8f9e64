package zhiyin.search;

import java.util.List;

import zhiyin.customer.Customer;
import zhiyin.relay.Edge;
import zhiyin.relay.PageInfo;

/** A page of customers, each with how well it fits. */
record CustomersFound(List<FoundEdge> edges, PageInfo pageInfo, int totalCount) {

    static final CustomersFound NOBODY = new CustomersFound(List.of(), new PageInfo(false, false, null, null), 0);

    record FoundEdge(String cursor, Customer node, double score) implements Edge<Customer> {}

    List<Customer> nodes() {
        return edges.stream().map(FoundEdge::node).toList();
    }
}
