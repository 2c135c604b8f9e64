package zhiyin.load;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

import reactor.core.publisher.Flux;

import zhiyin.relay.GlobalId;
import zhiyin.relay.NotFoundException;

@Controller
@PreAuthorize("hasRole('ENGINEER')")
class LoadProgressController {

    private final LiveLoad live;
    private final LoadHistory history;

    LoadProgressController(LiveLoad live, LoadHistory history) {
        this.live = live;
        this.history = history;
    }

    @SubscriptionMapping
    Flux<Load> loadProgress(@Argument @Nullable String load) {
        return load == null
                ? live.newest()
                : live.of(GlobalId.decode(load, history.type()).flatMap(history::find)
                        .orElseThrow(() -> new NotFoundException(
                                "No load has this id. Take one that loads or loadStart answered.")));
    }
}
