package zhiyin.staging;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import static java.util.stream.Collectors.joining;

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
    private final int kept;
    private final long load;
    private final int number;
    private final String at;

    Takeover(Staging staging, SourceCatalog catalog, List<RecordKind> kinds, Delivery delivery, int kept, long load,
            int number, Instant at) {
        this.staging = staging;
        this.catalog = catalog;
        this.kinds = kinds;
        this.delivery = delivery;
        this.kept = kept;
        this.load = load;
        this.number = number;
        this.at = LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString();
    }

    Landed run(RawRows.Content content, Mending mending, Watermarks watermarks, Notices notices) {
        List<Mapped> mappings = check(content, mending);
        notices.keep(load, delivery, content.notices());
        List<String> breaches = delivery instanceof Delivery.Corrected
                ? List.of()
                : new Breaches(staging, delivery.feed()).of(content);
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
        return new DeliveryAccount(staging, delivery, load, at).note(content, mappings, breaches, kept);
    }

    private List<Mapped> check(RawRows.Content content, Mending mending) {
        mending.begin();
        List<Mapped> mappings = check();
        return !content.refused() && mending.apply() ? check() : mappings;
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
        if (delivery instanceof Delivery.Corrected rows) {
            StagedDuplicates duplicates = new StagedDuplicates(staging, rows);
            for (int i = 0; i < mappings.size(); i++) {
                duplicates.refuse(delivery.feed().records().get(i), mappings.get(i));
            }
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
        if (!(delivery instanceof Delivery.Corrected)) {
            staging.update("DELETE FROM present WHERE source = ? AND feed = ? AND file = ?", place());
        }
        mappings.forEach(mapped -> staging.update(
                "INSERT INTO present SELECT DISTINCT ?, ?, ?, ?, id FROM %s WHERE id IS NOT NULL AND NOT _closed"
                        .formatted(mapped.tableName()),
                delivery.source().source(), delivery.feedName(), delivery.name(), mapped.kind().name()));
    }

    private Object[] place() {
        return new Object[]{delivery.source().source(), delivery.feedName(), delivery.name()};
    }
}
