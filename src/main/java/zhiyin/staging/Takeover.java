package zhiyin.staging;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import zhiyin.model.RecordKind;
import zhiyin.source.ChangeKind;
import zhiyin.source.DeclaredCheck;
import zhiyin.source.RecordMapping;
import zhiyin.source.SourceCatalog;
import zhiyin.staging.Landing.Landed;

/** Takes one file into staging: its good rows all together, or, when more rows are bad than its feed tolerates, none. */
class Takeover {

    private final Staging staging;
    private final SourceCatalog catalog;
    private final List<RecordKind> kinds;
    private final Delivery delivery;
    private final long load;
    private final int number;
    private final String at;

    Takeover(Staging staging, SourceCatalog catalog, List<RecordKind> kinds, Delivery delivery,
            long load, int number, Instant at) {
        this.staging = staging;
        this.catalog = catalog;
        this.kinds = kinds;
        this.delivery = delivery;
        this.load = load;
        this.number = number;
        this.at = LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString();
    }

    Landed run(RawRows.Content content, Watermarks watermarks, Notices notices) {
        List<Mapped> mappings = check();
        notices.keep(load, delivery, content.notices());
        List<String> breaches = new Breaches(staging, delivery.feed()).of(content);
        staging.run("CREATE OR REPLACE TEMP TABLE came_of (line BIGINT, outcome UTINYINT)");
        if (breaches.isEmpty()) {
            mappings.stream().map(mapped -> new Settlement(delivery, mapped, number))
                    .flatMap(settlement -> settlement.statements(load, at).stream()).forEach(staging::run);
        }
        if (breaches.isEmpty() && !content.refused() && delivery.feed().terms().changeKind() == ChangeKind.SNAPSHOT) {
            notePresent(mappings);
        }
        String watermark = delivery.feed().watermark();
        if (breaches.isEmpty() && delivery instanceof Delivery.Table table && watermark != null) {
            watermarks.note(table, watermark);
        }
        return account(content, mappings, breaches);
    }

    private List<Mapped> check() {
        Typed typed = new Typed(delivery.source(), delivery.feed());
        staging.run(typed.table());
        typed.checks().forEach(staging::run);
        delivery.feed().terms().declaredChecks().stream().filter(check -> check.references() != null)
                .map(this::references)
                .forEach(staging::run);
        List<Mapped> mappings = delivery.feed().records().stream().map(this::mapped).toList();
        mappings.forEach(mapped -> mapped.computable().forEach(staging::run));
        mappings.forEach(mapped -> mapped.codeChecks().forEach(staging::run));
        for (Mapped mapped : mappings) {
            staging.run(mapped.table());
            mapped.requiredChecks().forEach(staging::run);
        }
        return mappings;
    }

    /** Feeds that are referred to are landed first, so what is not staged by now is not known. */
    private String references(DeclaredCheck check) {
        DeclaredCheck.References references = Objects.requireNonNull(check.references());
        String column = "CAST(typed.%s AS VARCHAR)".formatted(Sql.name(references.column()));
        String[] target = references.feed().split("[.]", 2);
        String known = catalog.kindsOf(references.feed()).stream().map(kind -> """
                SELECT _key FROM staged.%s WHERE _source = %s AND _feed = %s AND _closed_at IS NULL"""
                .formatted(Sql.name(kind), Sql.text(target[0]), Sql.text(target[1]))).collect(joining(" UNION ALL "));
        return Typed.fault(check.check(), RejectReason.CHECK, check.effectiveSeverity(),
                "%1$s IS NOT NULL AND %1$s NOT IN (%2$s)".formatted(column, known),
                Typed.shown(references.column(), delivery.feed().column(references.column()),
                        "is no key of " + references.feed()));
    }

    private Mapped mapped(RecordMapping mapping) {
        RecordKind kind = kinds.stream().filter(each -> each.name().equals(mapping.kind())).findFirst().orElseThrow();
        return new Mapped(delivery, mapping, kind,
                "mapped" + delivery.feed().records().indexOf(mapping));
    }

    /** A record whose row is refused is there all the same: it is not to be closed. */
    private void notePresent(List<Mapped> mappings) {
        staging.update("DELETE FROM present WHERE source = ? AND feed = ? AND file = ?", place());
        mappings.forEach(mapped -> staging.update(
                "INSERT INTO present SELECT DISTINCT ?, ?, ?, ?, id FROM %s WHERE id IS NOT NULL AND NOT _closed"
                        .formatted(mapped.tableName()),
                delivery.source().source(), delivery.feedName(), delivery.name(), mapped.kind().name()));
    }

    private Object[] place() {
        return new Object[]{delivery.source().source(), delivery.feedName(), delivery.name()};
    }

    private Landed account(RawRows.Content content, List<Mapped> mappings, List<String> breaches) {
        noteRejects(breaches);
        noteOutcomes();
        boolean isTaken = breaches.isEmpty() && !content.refused();
        long rejected = isTaken ? staging.number("SELECT count(DISTINCT line) FROM fault") : content.rows();
        @Nullable
        String refused = breaches.isEmpty() ? null : String.join("; ", breaches);
        staging.update("""
                INSERT OR REPLACE INTO landed (source, feed, file, fingerprint, "rows", rejected, load, refused, taken, sha256, bytes,
                    newest, added, changed, unchanged, closed)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TIMESTAMP), %s
                """.formatted(isTaken ? counts(mappings) : "0, 0, 0, 0"),
                delivery.source().source(), delivery.feedName(), delivery.name(), delivery.fingerprint(),
                content.rows(), rejected,
                load, refused, isTaken, hash(), delivery.size(), newest());
        return new Landed(content.rows(), rejected);
    }

    private void noteRejects(List<String> breaches) {
        staging.update("DELETE FROM reject WHERE load = ? AND source = ? AND feed = ? AND file = ?", load,
                delivery.source().source(), delivery.feedName(), delivery.name());
        staging.update("INSERT INTO reject SELECT ?, ?, ?, ?, line, field, reason, message FROM fault", load,
                delivery.source().source(), delivery.feedName(), delivery.name());
        breaches.forEach(
                breach -> staging.update("INSERT INTO notice VALUES (?, ?, ?, ?, 'FAIL', 'TOLERANCE', ?)", load,
                        delivery.source().source(), delivery.feedName(), delivery.name(), breach));
        staging.update("""
                INSERT INTO notice SELECT ?, ?, ?, ?, 'WARN', reason, count(DISTINCT line) || ' rows, the first on line '
                    || min(line) || ': ' || coalesce(field || ': ', '') || arg_min(message, line) FROM caution
                GROUP BY field, reason ORDER BY min(line)
                """, load, delivery.source().source(), delivery.feedName(), delivery.name());
    }

    /** Lines that changed nothing are not noted: they are what is left. */
    private void noteOutcomes() {
        staging.update("DELETE FROM outcome WHERE load <> ? OR source = ? AND feed = ? AND file = ?", load,
                delivery.source().source(), delivery.feedName(), delivery.name());
        staging.update("INSERT INTO outcome SELECT ?, ?, ?, ?, line, max(outcome) FROM came_of GROUP BY line", load,
                delivery.source().source(), delivery.feedName(), delivery.name());
    }

    /** A row that changed nothing is one whose records are staged: one that got lost on the way shall not pass for it. */
    private static String counts(List<Mapped> mappings) {
        String noted = "(SELECT count(*) FROM (SELECT line, max(outcome) AS came FROM came_of GROUP BY line) WHERE came = %d)";
        return String.join(", ", noted.formatted(Outcome.ADDED.rank()), noted.formatted(Outcome.CHANGED.rank()), """
                (SELECT count(*) FROM typed WHERE _line NOT IN (SELECT line FROM fault)
                    AND _line NOT IN (SELECT line FROM came_of) %s)""".formatted(mappings.stream()
                .map(mapped -> """
                        AND _line NOT IN (SELECT _line FROM %s WHERE NOT _closed AND id NOT IN (SELECT id FROM %s))"""
                        .formatted(mapped.tableName(), Tables.staged(mapped.kind())))
                .collect(joining(" "))), noted.formatted(Outcome.CLOSED.rank()));
    }

    /** The newest value of the column that a check of freshness looks at; without one the time of the file. */
    private String newest() {
        return delivery.feed().terms().declaredChecks().stream().flatMap(check -> Stream.ofNullable(check.freshness()))
                .flatMap(freshness -> Stream.ofNullable(freshness.column())).findFirst()
                .flatMap(this::newest)
                .orElseGet(() -> delivered());
    }

    private Optional<String> newest(String column) {
        return staging.query("SELECT CAST(max(%s) AS VARCHAR) FROM typed".formatted(Sql.name(column)),
                row -> Optional.ofNullable(row.getString(1))).getFirst();
    }

    /** When a file was written; a table is as new as the load. */
    private String delivered() {
        return switch (delivery) {
            case Delivery.File file -> LocalDateTime.ofInstant(file.modified(), ZoneOffset.UTC).toString();
            case Delivery.Table _ -> at;
        };
    }

    private @Nullable String hash() {
        return delivery instanceof Delivery.File file ? FileHash.of(file.path()) : null;
    }
}
