package zhiyin.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import zhiyin.model.FieldType;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

/** Finds the mistakes of a declaration that its syntax allows. */
class SourceCheck {

    private static final String NAME = "[a-z][a-z0-9_]*";

    private final Path file;
    private final Source source;
    private final List<RecordKind> kinds;
    private final List<String> mistakes;

    SourceCheck(Path file, Source source, List<RecordKind> kinds, List<String> mistakes) {
        this.file = file;
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
        require(source.feeds() != null && !source.feeds().isEmpty(), "feeds", "at least one feed is needed");
        if (source.feeds() != null) {
            source.feeds().forEach((name, feed) -> check("feeds." + name, name, feed));
        }
    }

    private void check(String place, String name, @Nullable Feed feed) {
        if (feed == null) {
            mistakes.add("%s: %s: nothing is declared for this feed".formatted(file, place));
            return;
        }
        require(name.matches(NAME), place, "a feed's name has lower-case letters, digits and _ only");
        require(feed.files() != null, place + ".files", "a glob such as crm/customers*.csv is needed");
        require(feed.encoding() == null || isCharset(feed.encoding()), place + ".encoding",
                "'%s' is not a character set that Java knows".formatted(feed.encoding()));
        require(feed.columns() != null && !feed.columns().isEmpty(), place + ".columns",
                "at least one column is needed");
        require(feed.records() != null && !feed.records().isEmpty(), place + ".records",
                "at least one record is needed");
        if (feed.columns() == null || feed.records() == null) {
            return;
        }
        feed.columns().forEach((column, declared) -> check(place + ".columns." + column, feed, declared));
        requireColumns(place + ".unique", feed, feed.unique());
        new FeedRulesCheck(feed, (key, rule) -> require(false, place + "." + key, rule)).run();
        for (int i = 0; i < feed.records().size(); i++) {
            check(place + ".records[" + i + "]", feed, feed.records().get(i));
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException notEvenAName) {
            return false;
        }
    }

    private void check(String place, Feed feed, @Nullable Column column) {
        if (column == null) {
            mistakes.add("%s: %s: nothing is declared for this column; a type is needed".formatted(file, place));
            return;
        }
        new ColumnCheck(column, (key, rule) -> require(false, place + "." + key, rule)).run();
        requireColumns(place + ".region", feed, column.region() == null ? null : List.of(column.region()));
    }

    private void check(String place, Feed feed, @Nullable RecordMapping mapping) {
        if (mapping == null) {
            mistakes.add("%s: %s: nothing is declared for this record".formatted(file, place));
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
            kind.get().fields().stream().filter(RecordField::required)
                    .filter(field -> !mapping.fields().containsKey(field.name()))
                    .forEach(field -> mistakes.add("%s: %s.fields: %s needs '%s'".formatted(file, place,
                            kind.get().name(), field.name())));
        }
    }

    private void check(String place, Feed feed, RecordKind kind, String name,
            @Nullable FieldMapping from) {
        if (from == null) {
            mistakes.add("%s: %s: exactly one of column, constant and sql is needed".formatted(file, place));
            return;
        }
        Optional<RecordField> field = kind.fields().stream().filter(each -> each.name().equals(name)).findFirst();
        require(field.isPresent(), place, "%s has no field '%s'; it has %s".formatted(kind.name(), name,
                kind.fields().stream().map(RecordField::name).toList()));
        require(Stream.of(from.column(), from.constant(), from.sql()).filter(part -> part != null).count() == 1, place,
                "exactly one of column, constant and sql is needed");
        requireColumns(place, feed, from.column() == null ? null : List.of(from.column()));
        field.ifPresent(known -> requireCodes(place, known, from));
    }

    private void requireCodes(String place, RecordField field, FieldMapping from) {
        if (field.type() instanceof FieldType.Code code) {
            Stream.concat(from.meanings().values().stream(), Stream.ofNullable(from.constant()))
                    .filter(value -> value == null || !value.isEmpty() && !code.values().contains(value))
                    .forEach(value -> mistakes.add("%s: %s: '%s' is not one of %s".formatted(file, place, value,
                            code.values())));
        }
    }

    private void requireColumns(String place, Feed feed, @Nullable List<String> columns) {
        Map<String, Column> declared = feed.columns();
        (columns == null ? List.<String>of() : columns).stream().filter(column -> !declared.containsKey(column))
                .forEach(
                        column -> mistakes.add("%s: %s: no column '%s' is declared; there are %s".formatted(file, place,
                                column, declared.keySet())));
    }

    private void require(boolean holds, String place, String rule) {
        if (!holds) {
            mistakes.add("%s: %s: %s".formatted(file, place, rule));
        }
    }
}
