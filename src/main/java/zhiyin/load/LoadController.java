package zhiyin.load;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import zhiyin.reject.Reject;
import zhiyin.reject.RejectFilter;
import zhiyin.reject.RejectGroup;
import zhiyin.reject.RejectStatus;
import zhiyin.reject.RejectStore;
import zhiyin.lineage.RecordOrigin;
import zhiyin.relay.Connection;
import zhiyin.relay.GlobalId;
import zhiyin.relay.PageRequest;
import zhiyin.staging.Accounts.Notice;
import zhiyin.staging.RejectReason;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

@Controller
@PreAuthorize("hasRole('ENGINEER')")
class LoadController {

    private static final LoadUserError RUNNING = new LoadUserError(LoadErrorCode.ALREADY_RUNNING,
            "Another load is running. Wait for its end and try again.", null);

    private static final LoadUserError NOTHING_CORRECTED = new LoadUserError(LoadErrorCode.NOTHING_CORRECTED,
            "No corrected row waits for a load. Correct rejects first.", null);

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

    /** What a load would do, or why that could not be found out. */
    record LoadPreviewPayload(@Nullable LoadPreview preview, List<LoadUserError> userErrors) {}

    @QueryMapping
    LoadPreviewPayload loadPreview(@Argument LoadStartInput input, Principal principal) {
        LoadRequest request = input.request(principal);
        List<LoadUserError> unknown = unknown(request);
        if (!unknown.isEmpty()) {
            return new LoadPreviewPayload(null, unknown);
        }
        return loads.preview(request).map(preview -> new LoadPreviewPayload(preview, List.of()))
                .orElseGet(() -> new LoadPreviewPayload(null, List.of(RUNNING)));
    }

    record LoadStartInput(boolean full, boolean tolerate, @Nullable List<String> feeds) {

        LoadRequest request(Principal principal) {
            LoadRequest asked = LoadRequest.by(principal.getName(), full, feeds == null ? List.of() : feeds);
            return tolerate ? asked.tolerant() : asked;
        }
    }

    record LoadUserError(LoadErrorCode code, String message, @Nullable List<String> field) {}

    enum LoadErrorCode {
        ALREADY_RUNNING, UNKNOWN_FEED, NOTHING_CORRECTED
    }

    /** What came of starting a load. */
    record LoadStartPayload(@Nullable Load load, List<LoadUserError> userErrors) {}

    @MutationMapping
    LoadStartPayload loadStart(@Argument LoadStartInput input, Principal principal) {
        LoadRequest request = input.request(principal);
        List<LoadUserError> unknown = unknown(request);
        if (!unknown.isEmpty()) {
            return new LoadStartPayload(null, unknown);
        }
        return start(request);
    }

    record LoadReplayInput(@Nullable List<String> feeds) {}

    @MutationMapping
    LoadStartPayload loadReplay(@Argument LoadReplayInput input, Principal principal) {
        LoadRequest request = LoadRequest.replay(principal.getName(),
                input.feeds() == null ? List.of() : input.feeds());
        List<LoadUserError> unknown = unknown(request);
        if (!unknown.isEmpty()) {
            return new LoadStartPayload(null, unknown);
        }
        if (!rejects.isAnyWaiting(request.feeds().names())) {
            return new LoadStartPayload(null, List.of(NOTHING_CORRECTED));
        }
        return start(request);
    }

    private LoadStartPayload start(LoadRequest request) {
        return loads.start(request).map(number -> new LoadStartPayload(started(number, request), List.of()))
                .orElseGet(() -> new LoadStartPayload(null, List.of(RUNNING)));
    }

    private List<LoadUserError> unknown(LoadRequest request) {
        List<String> unknown = loads.unknownFeeds(request);
        return unknown.isEmpty()
                ? List.of()
                : List.of(new LoadUserError(LoadErrorCode.UNKNOWN_FEED, "No source or feed is called %s; there are %s."
                        .formatted(String.join(", ", unknown), String.join(", ", loads.feeds())),
                        List.of("input", "feeds")));
    }

    record LoadStopInput(String load) {}

    record LoadStopUserError(LoadStopErrorCode code, String message, @Nullable List<String> field) {}

    enum LoadStopErrorCode {
        NOT_RUNNING
    }

    /** What came of stopping a load. */
    record LoadStopPayload(@Nullable Load load, List<LoadStopUserError> userErrors) {}

    @MutationMapping
    LoadStopPayload loadStop(@Argument LoadStopInput input, Principal who) {
        Optional<Load> load = GlobalId.decode(input.load(), history.type()).flatMap(history::find);
        return load.filter(known -> loads.stop(known.number(), who.getName()))
                .map(known -> new LoadStopPayload(known, List.of()))
                .orElseGet(() -> new LoadStopPayload(load.orElse(null),
                        List.of(new LoadStopUserError(LoadStopErrorCode.NOT_RUNNING,
                                "This load is not running: there is nothing to stop.", List.of("load")))));
    }

    // The history learns of it a moment later than the one who started it.
    private Load started(long number, LoadRequest request) {
        return history.find(number)
                .map(known -> new Load(known.id(), known.number(), LoadStatus.RUNNING, known.startedAt(), null,
                        known.request(), known.steps()))
                .orElseGet(() -> new Load(Long.toString(number), Math.toIntExact(number), LoadStatus.RUNNING,
                        OffsetDateTime.now(ZoneOffset.UTC), null, request, List.of()));
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

    /** The loads that took rows over; those of before the books of loads were lost are not known. */
    @BatchMapping(typeName = "RecordOrigin")
    Map<RecordOrigin, Load> load(List<RecordOrigin> origins) {
        Map<Integer, Load> known = history.byNumber(origins.stream().map(RecordOrigin::loadNumber).distinct().toList());
        return origins.stream().distinct().filter(origin -> known.containsKey(origin.loadNumber()))
                .collect(toMap(identity(), origin -> known.get(origin.loadNumber())));
    }

    private static List<Long> numbers(List<Load> loads) {
        return loads.stream().map(load -> (long) load.number()).toList();
    }

    @SchemaMapping
    int rejectCount(Load load) {
        return rejects.count(load.number());
    }

    @SchemaMapping
    Connection<Reject> rejects(Load load, @Arguments PageRequest page, @Argument @Nullable String feed,
            @Argument @Nullable RejectReason reason, @Argument @Nullable RejectStatus status) {
        return rejects.page(load.number(), new RejectFilter(feed, reason, status), page);
    }

    @SchemaMapping
    List<RejectGroup> rejectGroups(Load load) {
        return rejects.groups(load.number());
    }
}
