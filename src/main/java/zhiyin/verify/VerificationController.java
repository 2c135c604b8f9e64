package zhiyin.verify;

import java.security.Principal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

import zhiyin.relay.Connection;
import zhiyin.relay.PageRequest;
import zhiyin.verify.Verifications.Obstacle;
import zhiyin.verify.Verifications.Start;

@Controller
@PreAuthorize("hasRole('ENGINEER')")
class VerificationController {

    private final Verifications verifications;
    private final VerificationStore store;

    VerificationController(Verifications verifications, VerificationStore store) {
        this.verifications = verifications;
        this.store = store;
    }

    record VerifyStartInput(boolean repair) {}

    record VerifyUserError(Obstacle code, String message, @Nullable List<String> field) {}

    /** What came of starting a comparison. */
    record VerifyStartPayload(@Nullable Verification verification, List<VerifyUserError> userErrors) {}

    @QueryMapping
    @Nullable
    Verification verification(@Argument @Nullable Integer number) {
        return store.find(number).orElse(null);
    }

    @MutationMapping
    VerifyStartPayload verifyStart(@Argument VerifyStartInput input, Principal who) {
        return switch (verifications.start(input.repair(), who.getName())) {
            case Start.Begun begun -> new VerifyStartPayload(begun.verification(), List.of());
            case Start.Refused refused -> new VerifyStartPayload(null, List.of(
                    new VerifyUserError(refused.obstacle(), refused.obstacle().message(), null)));
        };
    }

    @SchemaMapping
    List<Tally> tallies(Verification verification) {
        return store.tallies(verification.number());
    }

    @SchemaMapping
    Connection<Difference> differences(Verification verification, @Arguments PageRequest page) {
        return store.page(verification.number(), page);
    }
}
