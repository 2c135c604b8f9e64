package zhiyin.staging;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import zhiyin.staging.Landing.Landed;

/** What is noted of a delivery that was taken over or refused: its rejects, and what each of its rows came to. */
class DeliveryAccount {

    private final Staging staging;
    private final Delivery delivery;
    private final long load;
    private final String at;

    /**
     * An account.
     *
     * @param at when the load began
     */
    DeliveryAccount(Staging staging, Delivery delivery, long load, String at) {
        this.staging = staging;
        this.delivery = delivery;
        this.load = load;
        this.at = at;
    }

    /** Looks at {@code fault}, {@code caution}, {@code corrected} and {@code came_of}. */
    Landed note(RawRows.Content content, List<Mapped> mappings, List<String> breaches, int kept) {
        noteRejects(breaches, kept);
        noteOutcomes();
        boolean isTaken = breaches.isEmpty() && !content.refused();
        long rejected = isTaken ? staging.number("SELECT count(DISTINCT line) FROM fault") : content.rows();
        Landed landed = new Landed(content.rows(), rejected);
        String counts = isTaken ? counts(mappings) : "0, 0, 0, 0";
        if (delivery instanceof Delivery.Corrected) {
            staging.update("INSERT INTO replayed SELECT ?, ?, ?, ?, ?, ?, " + counts, load, delivery.source().source(),
                    delivery.feedName(), delivery.name(), content.rows(), rejected);
        } else {
            noteLanded(landed, isTaken, breaches, counts);
        }
        if (isTaken) {
            staging.update("INSERT INTO corrected_row SELECT ?, ?, ?, ?, line, hash FROM corrected", load,
                    delivery.source().source(), delivery.feedName(), delivery.name());
        }
        return landed;
    }

    private void noteLanded(Landed landed, boolean isTaken, List<String> breaches, String counts) {
        @Nullable
        String refused = breaches.isEmpty() ? null : String.join("; ", breaches);
        staging.update("""
                INSERT OR REPLACE INTO landed (source, feed, file, fingerprint, "rows", rejected, load, refused, taken, sha256, bytes,
                    newest, added, changed, unchanged, closed)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TIMESTAMP), %s
                """.formatted(counts),
                delivery.source().source(), delivery.feedName(), delivery.name(), delivery.fingerprint(),
                landed.rows(), landed.rejected(), load, refused, isTaken, hash(), delivery.size(), newest());
    }

    private void noteRejects(List<String> breaches, int kept) {
        staging.update("DELETE FROM reject WHERE load = ? AND source = ? AND feed = ? AND file = ?", load,
                delivery.source().source(), delivery.feedName(), delivery.name());
        new RefusedRows(delivery.feed()).keep(staging, delivery, load, kept);
        staging.update("""
                INSERT INTO reject SELECT ?, ?, ?, ?, fault.line, field, reason, message, coalesce(corrected.hash, refused.hash)
                FROM fault LEFT JOIN refused ON refused.line = fault.line LEFT JOIN corrected ON corrected.line = fault.line
                """, load, delivery.source().source(), delivery.feedName(), delivery.name());
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
                        AND _line NOT IN (SELECT _line FROM %s lost ANTI JOIN %s known ON known.id = lost.id
                            WHERE NOT lost._closed AND lost.id IS NOT NULL)"""
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
            case Delivery.Corrected _ -> at;
        };
    }

    private @Nullable String hash() {
        return delivery instanceof Delivery.File file ? FileHash.of(file.path()) : null;
    }
}
