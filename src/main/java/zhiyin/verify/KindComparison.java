package zhiyin.verify;

import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.BulkWriter;
import zhiyin.graph.GraphImage;
import zhiyin.model.RecordKind;
import zhiyin.staging.ToldRecords;
import zhiyin.verify.Difference.Problem;
import zhiyin.verify.Range.Position;
import zhiyin.verify.RangeComparison.Compared;

/** Compares the records of a kind range by range, and mends what differs in each before it goes on to the next. */
class KindComparison {

    private final RecordKind kind;
    private final GraphImage image;
    private final ToldRecords records;
    private final Ranges ranges;
    private final RangeComparison comparison;
    private final BulkWriter writer;

    KindComparison(RecordKind kind, GraphImage image, ToldRecords records, Ranges ranges, RangeComparison comparison,
            BulkWriter writer) {
        this.kind = kind;
        this.image = image;
        this.records = records;
        this.ranges = ranges;
        this.comparison = comparison;
        this.writer = writer;
    }

    /** Compares all of them; mends what differs when it is given the moment to put down for that. */
    void compare(Findings findings, @Nullable ZonedDateTime repairAt) {
        records.prepare();
        try {
            Position position = Position.FIRST;
            Range range;
            do {
                range = ranges.read(position, null);
                compare(range, position, findings, repairAt);
                position = range.next();
            } while (range.last() != null);
        } finally {
            records.close();
        }
    }

    private void compare(Range range, Position position, Findings findings, @Nullable ZonedDateTime repairAt) {
        Compared compared = comparison.compare(range);
        compared.expected().forEach(held -> findings.expect(held.id(), content(held)));
        compared.found().forEach(held -> findings.find(held.id(), content(held)));
        if (compared.findings().isEmpty()) {
            return;
        }
        if (repairAt == null) {
            compared.findings().forEach(finding -> findings.note(finding, false));
            return;
        }
        mend(compared.findings(), repairAt);
        Set<String> left = left(position, range.last());
        compared.findings().forEach(finding -> findings.note(finding, !left.contains(finding.id())));
    }

    private static List<Object> content(Held held) {
        return List.of(held.properties(), held.ends());
    }

    private void mend(List<Finding> findings, ZonedDateTime at) {
        write(image.remove(), findings.stream().filter(finding -> finding.problem() == Problem.UNKNOWN).toList(), at);
        if (image.loosen() != null) {
            write(image.loosen(), findings.stream().filter(finding -> finding.problem() == Problem.DIFFERENT).toList(),
                    at);
        }
        write(kind.mergeStatement(), findings.stream().filter(finding -> finding.problem() != Problem.UNKNOWN).toList(),
                at);
    }

    private void write(String statement, List<Finding> findings, ZonedDateTime at) {
        if (!findings.isEmpty()) {
            writer.write(statement, findings.stream().map(Finding::row).toList(), Map.of("at", at));
        }
    }

    /** Looks again at a range that was mended, which may hold more now than is read at once. */
    private Set<String> left(Position begin, @Nullable String last) {
        Set<String> left = new HashSet<>();
        Position position = begin;
        Range again;
        do {
            again = ranges.read(position, last);
            comparison.compare(again).findings().forEach(finding -> left.add(finding.id()));
            position = again.next();
        } while (again.last() != null && !again.last().equals(last));
        return left;
    }
}
