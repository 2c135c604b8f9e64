package zhiyin.search;

import java.util.List;

import zhiyin.customer.Customer;
import zhiyin.relay.Edge;
import zhiyin.relay.PageInfo;

/** A page of customers, each with how well it fits. Its name tells the API that it is a connection already. */
record CustomerSearchConnection(List<CustomerSearchEdge> edges, PageInfo pageInfo, int totalCount) {

    static final CustomerSearchConnection NOBODY = new CustomerSearchConnection(List.of(),
            new PageInfo(false, false, null, null), 0);

    record CustomerSearchEdge(String cursor, Customer node, double score) implements Edge<Customer> {}

    /** The customers without their scores. */
    public List<Customer> nodes() {
        return edges.stream().map(CustomerSearchEdge::node).toList();
    }
}
