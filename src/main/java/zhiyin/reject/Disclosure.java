package zhiyin.reject;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import zhiyin.relay.GlobalId;
import zhiyin.source.ColumnType;
import zhiyin.source.Column;
import zhiyin.source.DeclaredCheck;
import zhiyin.source.Feed;
import zhiyin.source.Source;
import zhiyin.source.SourceCatalog;

/**
 * Decides what of a refused row is shown: what tells of nobody, and what is at fault, for nobody can correct what they do not
 * see. Other personal values show their shape, as messages do, and numbers of identity documents nothing at all.
 */
@Component
class Disclosure {

    private static final int LONGEST = 60;
    private static final String HASHED = "\u0002";

    private final SourceCatalog catalog;

    Disclosure(SourceCatalog catalog) {
        this.catalog = catalog;
    }

    /** The declared columns of a feed; none when it is not declared any more. */
    Map<String, Column> columns(String source, String feed) {
        return feed(source, feed).map(Feed::columns).<Map<String, Column>>map(Map::copyOf).findFirst().orElse(Map.of());
    }

    /** Names of the declared columns of a feed, in their order. */
    List<String> columnNames(String source, String feed) {
        return feed(source, feed).flatMap(declared -> declared.columns().keySet().stream()).toList();
    }

    /** The columns that tell a feed's records apart. */
    Set<String> keys(String source, String feed) {
        return new TreeSet<>(feed(source, feed).flatMap(declared -> declared.records().stream())
                .flatMap(mapping -> mapping.key().stream()).toList());
    }

    private Stream<Feed> feed(String source, String feed) {
        return catalog.sources().stream().filter(each -> each.source().equals(source)).map(Source::feeds)
                .map(feeds -> feeds.get(feed)).filter(Objects::nonNull);
    }

    RefusedRow shown(StoredRow row) {
        Map<String, Column> declared = columns(row.source(), row.feed());
        Set<String> atFault = atFault(row);
        List<String> names = Stream
                .concat(columnNames(row.source(), row.feed()).stream(), row.cells().keySet().stream())
                .distinct().toList();
        boolean isWhole = row.faults().contains(null);
        return new RefusedRow(new GlobalId(RefusedRow.TYPE, Long.toString(row.id())).encoded(), row.status(),
                names.stream().map(name -> cell(name, declared.get(name), row, isWhole || atFault.contains(name)))
                        .toList(),
                row.text(), row.acceptedIn(), row.correctedBy(), row.correctedAt());
    }

    private static RejectCell cell(String name, @Nullable Column column, StoredRow row, boolean isAtFault) {
        String value = row.cells().get(name);
        String correction = row.correction().get(name);
        boolean isMasked = column == null || column.type() == ColumnType.IDENTIFIER || column.isMasked() && !isAtFault;
        return new RejectCell(name, isMasked ? masked(value) : value, isMasked && value != null, isAtFault,
                isMasked ? masked(correction) : correction);
    }

    /** The columns that break a rule: those that are named, and those that a check or a record's field looks at. */
    private Set<String> atFault(StoredRow row) {
        Set<String> columns = new TreeSet<>();
        List<Feed> declared = feed(row.source(), row.feed()).toList();
        for (String fault : row.faults()) {
            for (Feed feed : declared) {
                if (fault != null) {
                    columns.addAll(columnsOf(fault, feed));
                }
            }
        }
        return columns;
    }

    private static List<String> columnsOf(String fault, Feed feed) {
        List<String> named = Stream.of(fault.split("[+]")).filter(feed.columns()::containsKey).toList();
        if (!named.isEmpty()) {
            return named;
        }
        Stream<String> ofChecks = feed.terms().declaredChecks().stream().filter(check -> check.check().equals(fault))
                .flatMap(check -> feed.columns().keySet().stream().filter(column -> looksAt(check, column)));
        Stream<String> ofFields = feed.records().stream().map(mapping -> mapping.fields().get(fault))
                .filter(Objects::nonNull).map(from -> from.column()).filter(Objects::nonNull);
        return Stream.concat(ofChecks, ofFields).toList();
    }

    private static boolean looksAt(DeclaredCheck check, String column) {
        return check.references() != null && check.references().column().equals(column)
                || check.sql() != null
                        && Pattern.compile("(?<![\\w.])" + Pattern.quote(column) + "(?!\\w)").matcher(check.sql())
                                .find();
    }

    private static @Nullable String masked(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return value.startsWith(HASHED)
                ? "(hashed)"
                : value.substring(0, Math.min(LONGEST, value.length())).replaceAll("\\p{L}", "x").replaceAll("\\p{N}",
                        "9");
    }
}
