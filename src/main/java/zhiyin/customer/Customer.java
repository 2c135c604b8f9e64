package zhiyin.customer;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import zhiyin.model.Money;
import zhiyin.relay.Entity;

/** A person or organisation that the operator serves, as the schema describes it field by field. */
public record Customer(String id, PartyKind kind, String displayName, @Nullable String givenName,
        @Nullable String familyName, @Nullable LocalDate birthDate, @Nullable Gender gender, @Nullable String language,
        @Nullable String country, @Nullable String province, @Nullable String city, @Nullable String postalCode,
        CustomerStatus status, @Nullable LocalDate customerSince, @Nullable Money arpu, @Nullable Integer churnRisk,
        OffsetDateTime updatedAt) implements Entity {}
