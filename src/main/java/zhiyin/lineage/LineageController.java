package zhiyin.lineage;

import java.util.Optional;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

import zhiyin.relay.GlobalId;

@Controller
class LineageController {

    private final LineageStore store;

    LineageController(LineageStore store) {
        this.store = store;
    }

    @QueryMapping
    @PreAuthorize("hasAnyRole('AGENT', 'MANAGER', 'ENGINEER')")
    Optional<Lineage> lineage(@Argument String id) {
        return GlobalId.decode(id).flatMap(store::find);
    }
}
