package zhiyin.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import zhiyin.model.FieldType;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

/** Finds the mistakes of a declaration that its syntax allows. */
class SourceCheck {

    private static final String NAME = "[a-z][a-z0-9_]*";

    private final Source source;
    private final List<RecordKind> kinds;
    private final Mistakes mistakes;

    SourceCheck(Source source, List<RecordKind> kinds, Mistakes mistakes) {
        this.source = source;
        this.kinds = kinds;
        this.mistakes = mistakes;
    }

    void run() {
        require(source.source() != null && source.source().matches(NAME), "source",
                "a name of lower-case letters, digits and _ is needed");
        require(source.zone() != null, "zone", "a time zone such as Asia/Taipei is needed");
        require(source.region() != null && source.region().matches("[A-Z]{2}"), "region",
                "an ISO 3166 region such as TW is needed");
        require(source.database() == null || source.database().url() != null, "database.url",
                "a JDBC address such as jdbc:postgresql://crm/crm is needed");
        require(source.feeds() != null && !source.feeds().isEmpty(), "feeds", "at least one feed is needed");
        if (source.feeds() != null) {
            source.feeds().forEach((name, feed) -> check("feeds." + name, name, feed));
        }
    }

    private void check(String place, String name, @Nullable Feed feed) {
        if (feed == null) {
            mistakes.add(place, "nothing is declared for this feed");
            return;
        }
        require(name.matches(NAME), place, "a feed's name has lower-case letters, digits and _ only");
        new FeedCheck(source, feed, (key, rule) -> mistakes.add(place + "." + key, rule)).run();
        require(feed.columns() != null && !feed.columns().isEmpty(), place + ".columns",
                "at least one column is needed");
        require(feed.records() != null && !feed.records().isEmpty(), place + ".records",
                "at least one record is needed");
        if (feed.columns() == null || feed.records() == null) {
            return;
        }
        feed.columns().forEach((column, declared) -> check(place + ".columns." + column, column, feed, declared));
        requireColumns(place + ".unique", feed, feed.unique());
        new FeedRulesCheck(feed, (key, rule) -> mistakes.add(place + "." + key, rule)).run();
        checkRecords(place, feed);
    }

    private void checkRecords(String place, Feed feed) {
        for (int i = 0; i < feed.records().size(); i++) {
            check(place + ".records[" + i + "]", feed, feed.records().get(i));
        }
        new SqlCheck(feed, kinds, (key, rule) -> mistakes.add(place + "." + key, rule)).run();
    }

    private void check(String place, String name, Feed feed, @Nullable Column column) {
        if (column == null) {
            mistakes.add(place, "nothing is declared for this column; a type is needed");
            return;
        }
        String currency = name + Column.CURRENCY;
        new ColumnCheck(column, feed, (key, rule) -> mistakes.add(place + "." + key, rule)).run();
        require(column.type() != ColumnType.MONEY || !feed.columns().containsKey(currency), place + ".type",
                "its currency would be called '%s', as another column is".formatted(currency));
        if (column.region() != null) {
            require(feed.columns().containsKey(column.region()), place + ".region",
                    unknown(column.region(), feed.columns().keySet()));
        }
    }

    private void check(String place, Feed feed, @Nullable RecordMapping mapping) {
        if (mapping == null) {
            mistakes.add(place, "nothing is declared for this record");
            return;
        }
        Optional<RecordKind> kind = kinds.stream().filter(each -> each.name().equals(mapping.kind())).findFirst();
        require(kind.isPresent(), place + ".kind",
                "'%s' is not a kind of record; there are %s".formatted(mapping.kind(),
                        kinds.stream().map(RecordKind::name).sorted().toList()));
        require(mapping.key() != null && !mapping.key().isEmpty(), place + ".key", "at least one column is needed");
        requireColumns(place + ".key", feed, mapping.key());
        require(mapping.fields() != null, place + ".fields", "at least one field is needed");
        if (kind.isPresent() && mapping.fields() != null) {
            mapping.fields().forEach((field, from) -> check(place + ".fields." + field, feed, kind.get(), field, from));
            List<String> missing = kind.get().fields().stream().filter(RecordField::required).map(RecordField::name)
                    .filter(field -> !mapping.fields().containsKey(field)).toList();
            require(missing.isEmpty(), place + ".fields",
                    "%s needs '%s'".formatted(kind.get().name(), String.join("', '", missing)));
        }
    }

    private void check(String place, Feed feed, RecordKind kind, String name,
            @Nullable FieldMapping from) {
        if (from == null) {
            mistakes.add(place, "exactly one of column, constant and sql is needed");
            return;
        }
        Optional<RecordField> field = kind.fields().stream().filter(each -> each.name().equals(name)).findFirst();
        require(field.isPresent(), place, "%s has no field '%s'; it has %s".formatted(kind.name(), name,
                kind.fields().stream().map(RecordField::name).toList()));
        require(Stream.of(from.column(), from.constant(), from.sql()).filter(part -> part != null).count() == 1, place,
                "exactly one of column, constant and sql is needed");
        require(from.codes() == null && from.codesFrom() == null || from.column() != null, place + ".codes",
                "only a column has codes");
        requireColumns(place, feed, from.column() == null ? null : List.of(from.column()));
        require(from.column() == null || from.meanings().isEmpty() || !feed.isCurrency(from.column()), place + ".codes",
                "a currency has no codes");
        field.ifPresent(known -> requireCodes(place, known, from));
    }

    private void requireCodes(String place, RecordField field, FieldMapping from) {
        if (field.type() instanceof FieldType.Code code) {
            List<String> wrong = Stream.concat(from.meanings().values().stream(), Stream.ofNullable(from.constant()))
                    .filter(value -> value == null || !value.isEmpty() && !code.values().contains(value)).toList();
            require(wrong.isEmpty(), place,
                    "'%s' is not one of %s".formatted(String.join("', '", wrong), code.values()));
        }
    }

    private void requireColumns(String place, Feed feed, @Nullable List<String> columns) {
        Set<String> known = feed.valueNames();
        (columns == null ? List.<String>of() : columns).stream().filter(column -> !known.contains(column))
                .forEach(column -> mistakes.add(place, unknown(column, known)));
    }

    private static String unknown(String column, Set<String> known) {
        return "no column '%s' is declared; there are %s".formatted(column, known);
    }

    private void require(boolean holds, String place, String rule) {
        if (!holds) {
            mistakes.add(place, rule);
        }
    }
}
