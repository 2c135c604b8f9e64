package zhiyin.load;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

import zhiyin.load.Load.LoadStatus;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.relay.Connection;
import zhiyin.relay.PageRequest;
import zhiyin.staging.Accounts.Notice;
import zhiyin.staging.Rejects.Rejected;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

@Controller
@PreAuthorize("hasRole('ENGINEER')")
class LoadController {

    private final Loads loads;
    private final LoadHistory history;
    private final RejectStore rejects;
    private final AccountStore accounts;

    LoadController(Loads loads, LoadHistory history, RejectStore rejects, AccountStore accounts) {
        this.loads = loads;
        this.history = history;
        this.rejects = rejects;
        this.accounts = accounts;
    }

    @QueryMapping
    Connection<Load> loads(@Arguments PageRequest page) {
        return history.page(page);
    }

    record LoadStartInput(boolean full, boolean tolerate, @Nullable List<String> feeds) {}

    record LoadUserError(LoadErrorCode code, String message, @Nullable List<String> field) {}

    enum LoadErrorCode {
        ALREADY_RUNNING, UNKNOWN_FEED
    }

    /** What came of starting a load. */
    record LoadStartPayload(@Nullable Load load, List<LoadUserError> userErrors) {}

    @MutationMapping
    LoadStartPayload loadStart(@Argument LoadStartInput input, Principal principal) {
        LoadRequest request = LoadRequest.by(principal.getName(), input.full(),
                input.feeds() == null ? List.of() : input.feeds());
        List<String> unknown = loads.unknownFeeds(request);
        if (!unknown.isEmpty()) {
            return refused(LoadErrorCode.UNKNOWN_FEED, "No source or feed is called %s; there are %s."
                    .formatted(String.join(", ", unknown), String.join(", ", loads.feeds())),
                    List.of("input", "feeds"));
        }
        return loads.start(input.tolerate() ? request.tolerant() : request)
                .map(number -> new LoadStartPayload(started(number), List.of()))
                .orElseGet(() -> refused(LoadErrorCode.ALREADY_RUNNING,
                        "Another load is running. Wait for its end and try again.", null));
    }

    private static LoadStartPayload refused(LoadErrorCode code, String message, @Nullable List<String> field) {
        return new LoadStartPayload(null, List.of(new LoadUserError(code, message, field)));
    }

    // The history learns of it a moment later than the one who started it.
    private Load started(long number) {
        return history.find(number)
                .map(known -> new Load(known.id(), known.number(), LoadStatus.RUNNING, known.startedAt(), null,
                        known.request(), known.steps()))
                .orElseGet(() -> new Load(Long.toString(number), Math.toIntExact(number), LoadStatus.RUNNING,
                        OffsetDateTime.now(ZoneOffset.UTC), null, LoadRequest.ofAll(LoadTrigger.USER), List.of()));
    }

    @BatchMapping
    Map<Load, List<LoadFeed>> feeds(List<Load> loads) {
        Map<Long, List<LoadFeed>> feeds = accounts.feeds(numbers(loads));
        return loads.stream().collect(toMap(identity(), load -> feeds.getOrDefault((long) load.number(), List.of())));
    }

    @BatchMapping
    Map<Load, List<Notice>> notices(List<Load> loads) {
        Map<Long, List<Notice>> notices = accounts.notices(numbers(loads));
        return loads.stream().collect(toMap(identity(), load -> notices.getOrDefault((long) load.number(), List.of())));
    }

    private static List<Long> numbers(List<Load> loads) {
        return loads.stream().map(load -> (long) load.number()).toList();
    }

    @SchemaMapping
    int rejectCount(Load load) {
        return rejects.count(load.number());
    }

    @SchemaMapping
    Connection<Rejected> rejects(Load load, @Arguments PageRequest page) {
        return rejects.page(load.number(), page);
    }
}
