package zhiyin.load;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

import zhiyin.load.Load.LoadStatus;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.relay.Connection;
import zhiyin.relay.GlobalId;
import zhiyin.relay.PageRequest;
import zhiyin.staging.Rejects.Rejected;

@Controller
@PreAuthorize("hasRole('ENGINEER')")
class LoadController {

    private final Loads loads;
    private final LoadHistory history;
    private final RejectStore rejects;

    LoadController(Loads loads, LoadHistory history, RejectStore rejects) {
        this.loads = loads;
        this.history = history;
        this.rejects = rejects;
    }

    @QueryMapping
    Connection<Load> loads(@Arguments PageRequest page) {
        return history.page(page);
    }

    record LoadStartInput(boolean full) {}

    record LoadUserError(LoadErrorCode code, String message, @Nullable List<String> field) {}

    enum LoadErrorCode {
        ALREADY_RUNNING
    }

    /** What came of starting a load. */
    record LoadStartPayload(@Nullable Load load, List<LoadUserError> userErrors) {}

    @MutationMapping
    LoadStartPayload loadStart(@Argument LoadStartInput input) {
        LoadRequest request = LoadRequest.ofAll(LoadTrigger.USER);
        return loads.start(input.full() ? request.inFull() : request)
                .map(number -> new LoadStartPayload(started(number), List.of()))
                .orElseGet(() -> new LoadStartPayload(null, List.of(new LoadUserError(LoadErrorCode.ALREADY_RUNNING,
                        "Another load is running. Wait for its end and try again.", null))));
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
    private Load started(long number) {
        return history.find(number)
                .map(known -> new Load(known.id(), known.number(), LoadStatus.RUNNING, known.startedAt(), null,
                        known.steps()))
                .orElseGet(() -> new Load(Long.toString(number), Math.toIntExact(number), LoadStatus.RUNNING,
                        OffsetDateTime.now(ZoneOffset.UTC), null, List.of()));
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
