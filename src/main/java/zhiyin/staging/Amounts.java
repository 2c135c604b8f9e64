package zhiyin.staging;

import java.util.LinkedHashMap;
import java.util.Map;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import zhiyin.source.Column;
import zhiyin.source.ColumnType;
import zhiyin.source.Feed;

/** The SQL that reads numbers and amounts of money as a column writes them. */
class Amounts {

    private static final String INTEGER_TYPE = "INTEGER";
    private static final String DECIMAL_TYPE = "DECIMAL(18,4)";

    /** Signs that mean one currency wherever they stand; {@code $} and {@code ¥} do not. */
    private static final Map<String, String> SIGNS = signs();

    private final Feed feed;

    Amounts(Feed feed) {
        this.feed = feed;
    }

    private static Map<String, String> signs() {
        Map<String, String> signs = new LinkedHashMap<>();
        signs.put("NT$", "TWD");
        signs.put("HK$", "HKD");
        signs.put("US$", "USD");
        signs.put("S$", "SGD");
        signs.put("€", "EUR");
        signs.put("£", "GBP");
        signs.put("₩", "KRW");
        signs.put("฿", "THB");
        signs.put("RMB", "CNY");
        signs.put("NTD", "TWD");
        return signs;
    }

    /** An expression for the number that a text is. */
    String number(String given, Column column) {
        String text = column.type() == ColumnType.MONEY ? withoutCurrency(given) : given;
        String type = column.type() == ColumnType.INTEGER ? INTEGER_TYPE : DECIMAL_TYPE;
        Column.Conversion unit = column.notation().unit();
        boolean fraction = column.type() != ColumnType.INTEGER || unit != null;
        String plain = plain(text, column.notation(), fraction, group(column));
        String pattern = Sql.text(pattern(column.notation(), fraction, group(column)));
        String number = unit == null
                ? "try_cast(%s AS %s)".formatted(plain, type)
                : "try_cast(round(CAST(%s AS DECIMAL(24,6)) * CAST(%s AS DOUBLE), %d) AS %s)".formatted(plain,
                        unit.factor().toPlainString(), column.type() == ColumnType.INTEGER ? 0 : 4, type);
        return "CASE WHEN regexp_full_match(%s, %s) THEN %s END".formatted(text, pattern, number);
    }

    /** An amount of money has groups of three more often than not; a number has them where it is said. */
    private static @Nullable Character group(Column column) {
        Column.Notation notation = column.notation();
        boolean usual = column.type() == ColumnType.MONEY && notation.group() == null;
        return usual ? Character.valueOf(point(notation) == ',' ? '.' : ',') : notation.group();
    }

    private static char point(Column.Notation notation) {
        return notation.point() == null ? '.' : notation.point();
    }

    /** A cast alone rounds and reads more than people mean by a number: 0x1F, 1_000, 1e3. */
    private static String pattern(Column.Notation notation, boolean fraction, @Nullable Character group) {
        String whole = fraction ? "0*[0-9]{1,14}" : "[0-9]+";
        String grouped = group == null ? whole : "(%s|[0-9]{1,3}([%s][0-9]{3}){1,4})".formatted(whole, inClass(group));
        return "[+-]?" + grouped + (fraction ? "([%s][0-9]{1,4}0*)?".formatted(inClass(point(notation))) : "");
    }

    private static String inClass(char character) {
        return Character.isLetterOrDigit(character) || character > 127 ? "" + character : "\\" + character;
    }

    private static String plain(String text, Column.Notation notation, boolean fraction, @Nullable Character group) {
        String ungrouped = group == null ? text : "replace(%s, %s, '')".formatted(text, Sql.text(group.toString()));
        boolean another = fraction && point(notation) != '.';
        String pointed = another
                ? "replace(%s, %s, '.')".formatted(ungrouped, Sql.text(Character.toString(point(notation))))
                : ungrouped;
        return "ltrim(%s, '+')".formatted(pointed);
    }

    private static String withoutCurrency(String given) {
        return "regexp_replace(%s, %s, '', 'g')".formatted(given, Sql.text(sign() + "|\\s|\u00A0|\u202F"));
    }

    private static String sign() {
        return SIGNS.keySet().stream().map(sign -> sign.replace("$", "\\$")).collect(joining("|")) + "|[A-Z]{3}";
    }

    /** An expression for the currency of an amount: the one written with it, or else the declared one. */
    String currency(String given, Column column) {
        String written = "regexp_extract(%s, %s)".formatted(given, Sql.text(sign()));
        String known = SIGNS.entrySet().stream()
                .map(sign -> "WHEN %s THEN %s".formatted(Sql.text(sign.getKey()), Sql.text(sign.getValue())))
                .collect(joining(" "));
        return "CASE WHEN %s IS NULL THEN NULL ELSE coalesce(CASE %s %s WHEN '' THEN NULL ELSE %s END, %s) END"
                .formatted(given, written, known, written, declared(column.notation().currency()));
    }

    private String declared(@Nullable String currency) {
        if (currency == null) {
            return "NULL";
        }
        return feed.columns().containsKey(currency)
                ? "upper(given(%s))".formatted(Sql.name(currency))
                : Sql.text(currency);
    }
}
