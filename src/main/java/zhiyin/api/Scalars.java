package zhiyin.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;

/** The scalars of the schema. */
final class Scalars {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATE_TIME = Pattern
            .compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,20})?");

    private Scalars() {}

    static List<GraphQLScalarType> all() {
        return List.of(ExtendedScalars.GraphQLLong,
                scalar("Date", new TextScalar<>("a date such as 2026-11-22", Scalars::date,
                        value -> value instanceof LocalDate date ? date.toString() : null)),
                scalar("DateTime",
                        new TextScalar<>("an instant with its offset such as 2026-11-22T09:30:00Z", Scalars::dateTime,
                                Scalars::instant)),
                scalar("Decimal", new TextScalar<>("a decimal number such as \"649.00\"", Scalars::decimal,
                        value -> value instanceof BigDecimal decimal ? decimal.toPlainString() : null)),
                scalar("CurrencyCode", new TextScalar<>("an ISO 4217 code such as TWD", Scalars::currency,
                        value -> value instanceof String code ? code : null)));
    }

    private static GraphQLScalarType scalar(String name, TextScalar<?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(matching(DATE, text));
    }

    private static OffsetDateTime dateTime(String text) {
        return OffsetDateTime.parse(matching(DATE_TIME, text));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(matching(DECIMAL, text));
    }

    private static String currency(String text) {
        return Currency.getInstance(text).getCurrencyCode();
    }

    private static @Nullable String instant(Object value) {
        return switch (value) {
            case OffsetDateTime at -> DateTimeFormatter.ISO_INSTANT.format(at);
            case ZonedDateTime at -> DateTimeFormatter.ISO_INSTANT.format(at);
            case Instant at -> DateTimeFormatter.ISO_INSTANT.format(at);
            default -> null;
        };
    }

    private static String matching(Pattern shape, String text) {
        if (!shape.matcher(text).matches()) {
            throw new IllegalArgumentException("Another shape");
        }
        return text;
    }
}
