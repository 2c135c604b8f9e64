package zhiyin.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.StringValue;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScalarsTests {

    private static final GraphQLContext CONTEXT = GraphQLContext.getDefault();

    @Test
    void aDateTimeKeepsItsMicrosecondsAndIsToldInUtc() {
        OffsetDateTime at = OffsetDateTime.parse("2026-11-22T17:30:00.123456+08:00");

        assertThat(told("DateTime", at)).isEqualTo("2026-11-22T09:30:00.123456Z");
        assertThat(told("DateTime", at.atZoneSameInstant(ZoneId.of("Asia/Taipei"))))
                .isEqualTo("2026-11-22T09:30:00.123456Z");
        assertThat(read("DateTime", "2026-11-22T17:30:00.123456+08:00")).isEqualTo(at);
    }

    @Test
    void aDecimalLosesNoDigitAndIsNeverWrittenWithAnExponent() {
        assertThat(told("Decimal", new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(told("Decimal", new BigDecimal("0.10"))).isEqualTo("0.10");
        assertThat(read("Decimal", "12345678901234567890.123456789"))
                .isEqualTo(new BigDecimal("12345678901234567890.123456789"));
    }

    @Test
    void aDateAndACurrencyComeBackAsTheyWentOut() {
        assertThat(read("Date", told("Date", LocalDate.of(2024, 2, 29)))).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(read("CurrencyCode", told("CurrencyCode", "TWD"))).isEqualTo("TWD");
    }

    @ParameterizedTest
    @CsvSource({"Date, 2026-02-30", "Date, 2026-2-3", "Date, 2026-11-22T00:00:00Z", "DateTime, 2026-11-22T09:30:00",
            "DateTime, 2026-11-22", "DateTime, 2026-11-22T09:30Z", "DateTime, 2026-13-22T09:30:00Z", "Decimal, 1e3",
            "Decimal, ''", "Decimal, NaN", "Decimal, '1,000'", "CurrencyCode, twd", "CurrencyCode, ZZZ"})
    void whatIsNotSoWrittenIsRefusedWithAnExample(String scalar, String text) {
        assertThatThrownBy(() -> read(scalar, text)).isInstanceOf(CoercingParseValueException.class)
                .hasMessageContaining("'" + text + "' is not a").hasMessageContaining("such as");
        assertThatThrownBy(() -> coercing(scalar).parseLiteral(StringValue.of(text), CoercedVariables.emptyVariables(),
                CONTEXT, Locale.ROOT)).isInstanceOf(CoercingParseLiteralException.class);
    }

    @ParameterizedTest
    @CsvSource({"Date", "DateTime", "Decimal", "CurrencyCode"})
    void aNumberIsNoText(String scalar) {
        assertThatThrownBy(() -> coercing(scalar).parseValue(7, CONTEXT, Locale.ROOT))
                .isInstanceOf(CoercingParseValueException.class).hasMessageContaining("in quotes");
        assertThatThrownBy(() -> coercing(scalar).parseLiteral(FloatValue.of(7), CoercedVariables.emptyVariables(),
                CONTEXT, Locale.ROOT)).isInstanceOf(CoercingParseLiteralException.class);
    }

    @Test
    void aLocalTimeIsNoInstant() {
        assertThatThrownBy(() -> told("DateTime", LocalDate.of(2026, 11, 22)))
                .isInstanceOf(CoercingSerializeException.class);
    }

    private static Object told(String scalar, Object value) {
        return java.util.Objects.requireNonNull(coercing(scalar).serialize(value, CONTEXT, Locale.ROOT));
    }

    private static Object read(String scalar, Object value) {
        return java.util.Objects.requireNonNull(coercing(scalar).parseValue(value, CONTEXT, Locale.ROOT));
    }

    private static Coercing<?, ?> coercing(String scalar) {
        return Scalars.all().stream().filter(type -> type.getName().equals(scalar)).findFirst()
                .map(GraphQLScalarType::getCoercing).orElseThrow();
    }
}
