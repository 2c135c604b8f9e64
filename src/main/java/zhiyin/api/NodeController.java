package zhiyin.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
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
    Optional<Entity> node(@Argument String id, Authentication reader) {
        return GlobalId.decode(id).flatMap(global -> Optional.ofNullable(sources.get(global.type()))
                .flatMap(source -> find(source, global.id(), reader)));
    }

    private static Optional<? extends Entity> find(NodeSource source, String id, Authentication reader) {
        boolean mayRead = reader.getAuthorities().stream()
                .anyMatch(granted -> source.readers().stream()
                        .anyMatch(role -> ("ROLE_" + role).equals(granted.getAuthority())));
        if (!mayRead) {
            throw new AccessDeniedException("A %s is not for this account".formatted(source.type()));
        }
        return source.find(id);
    }
}
