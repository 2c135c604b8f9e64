package zhiyin.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

import zhiyin.relay.Entity;
import zhiyin.relay.GlobalId;
import zhiyin.relay.NodeSource;

@Controller
class NodeController {

    private final Map<String, NodeSource> sources;

    NodeController(List<NodeSource> sources) {
        this.sources = sources.stream().collect(toMap(NodeSource::type, Function.identity()));
    }

    @QueryMapping
    @PreAuthorize("hasAnyRole('AGENT', 'MANAGER')")
    Optional<Entity> node(@Argument String id) {
        return GlobalId.decode(id).flatMap(global -> Optional.ofNullable(sources.get(global.type()))
                .flatMap(source -> source.find(global.id())));
    }
}
