package zhiyin.search;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

import zhiyin.relay.PageRequest;

@Controller
class SearchController {

    private final CustomerSearch search;

    SearchController(CustomerSearch search) {
        this.search = search;
    }

    @QueryMapping
    @PreAuthorize("hasAnyRole('AGENT', 'MANAGER')")
    CustomerSearchConnection searchCustomers(
            @Argument @Size(max = 200, message = "at most {max} characters can be looked for") String query,
            @Argument int first, @Argument @Nullable String after) {
        return search.search(query, new PageRequest(first, after));
    }
}
