package zhiyin.graph;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import zhiyin.model.LocalizedText;
import zhiyin.model.Money;

/**
 * A row of an answer, or a map within one, with its values as their types.
 *
 * @param values by name; absent and null are the same
 */
public record Row(Map<String, Object> values) {

    /** A text that must be there. */
    public String text(String name) {
        return required(name, optionalText(name));
    }

    /** A text. */
    public @Nullable String optionalText(String name) {
        return (String) values.get(name);
    }

    /** A whole number that must be there. */
    public int number(String name) {
        return required(name, optionalNumber(name));
    }

    /** A whole number. */
    public @Nullable Integer optionalNumber(String name) {
        return values.get(name) instanceof Number number ? Math.toIntExact(number.longValue()) : null;
    }

    /** A whole number of up to 64 bits. */
    public @Nullable Long optionalLong(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : null;
    }

    /** A number with a fraction. */
    public @Nullable Double optionalDecimal(String name) {
        return values.get(name) instanceof Number number ? number.doubleValue() : null;
    }

    /** True or false. */
    public @Nullable Boolean optionalFlag(String name) {
        return (Boolean) values.get(name);
    }

    /** A date that must be there. */
    public LocalDate date(String name) {
        return required(name, optionalDate(name));
    }

    /** A date. */
    public @Nullable LocalDate optionalDate(String name) {
        return (LocalDate) values.get(name);
    }

    /** An instant that must be there. */
    public OffsetDateTime instant(String name) {
        return required(name, optionalInstant(name));
    }

    /** An instant. */
    public @Nullable OffsetDateTime optionalInstant(String name) {
        return values.get(name) instanceof ZonedDateTime at ? at.toOffsetDateTime() : null;
    }

    /** An amount in the row's {@code currency}. */
    public @Nullable Money optionalMoney(String name) {
        return Money.of(optionalDecimal(name), optionalText("currency"));
    }

    /** An amount in the row's {@code currency} that must be there. */
    public Money money(String name) {
        return required(name, optionalMoney(name));
    }

    /** A code that must be there. */
    public <E extends Enum<E>> E code(String name, Class<E> codes) {
        return Enum.valueOf(codes, text(name));
    }

    /** A code. */
    public <E extends Enum<E>> @Nullable E optionalCode(String name, Class<E> codes) {
        String code = optionalText(name);
        return code == null ? null : Enum.valueOf(codes, code);
    }

    /** A text in the hub's languages, kept as three texts: {@code nameZhHant}, {@code nameZhHans}, {@code nameEn}. */
    public LocalizedText localizedText(String name) {
        return new LocalizedText(text(name + "ZhHant"), text(name + "ZhHans"), text(name + "En"));
    }

    /** A map that must be there. */
    @SuppressWarnings("unchecked")
    public Row row(String name) {
        return new Row(required(name, (Map<String, Object>) values.get(name)));
    }

    /** A list of maps; empty when absent. */
    @SuppressWarnings("unchecked")
    public List<Row> rows(String name) {
        List<Map<String, Object>> maps = (List<Map<String, Object>>) values.getOrDefault(name, List.of());
        return maps.stream().map(Row::new).toList();
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The graph holds no '%s' where there must be one".formatted(name));
        }
        return value;
    }
}
