package zhiyin.reindex;

import java.security.Principal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

@Controller
@PreAuthorize("hasRole('ENGINEER')")
class ReindexController {

    private final Reindexes reindexes;
    private final ReindexStore store;

    ReindexController(Reindexes reindexes, ReindexStore store) {
        this.reindexes = reindexes;
        this.store = store;
    }

    record ReindexUserError(ReindexErrorCode code, String message, @Nullable List<String> field) {}

    enum ReindexErrorCode {
        ALREADY_RUNNING
    }

    /** What came of starting a rebuild. */
    record ReindexStartPayload(@Nullable Reindex reindex, List<ReindexUserError> userErrors) {}

    @QueryMapping
    @Nullable
    Reindex reindex(@Argument @Nullable Integer number) {
        return store.find(number).orElse(null);
    }

    @MutationMapping
    ReindexStartPayload reindexStart(Principal who) {
        return reindexes.start(who.getName()).map(started -> new ReindexStartPayload(started, List.of()))
                .orElseGet(() -> new ReindexStartPayload(null, List.of(new ReindexUserError(
                        ReindexErrorCode.ALREADY_RUNNING,
                        "A load or another rebuild is running. Wait for its end and try again.", null))));
    }
}
