package zhiyin.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import zhiyin.model.RecordKind;

/** The index of events of each kind of record that has a history. */
@Component
@EnableConfigurationProperties(SearchSettings.class)
public class EventIndexes {

    private final Map<String, EventIndex> indexes;

    EventIndexes(List<RecordKind> kinds, SearchServer server, BulkIndexer indexer, IndexVersions versions,
            SearchSettings settings) {
        this.indexes = kinds.stream().filter(kind -> kind.history() != null).map(
                kind -> new EventIndex(kind, EventMapping.names(kind, settings.eventShards()), server, indexer,
                        versions))
                .collect(toMap(index -> index.kind().name(), Function.identity()));
    }

    /** Whether readers search indices in the shape that this version of the hub searches, and they are filled. */
    public boolean areCurrent() {
        return indexes.values().stream().allMatch(EventIndex::isCurrent);
    }

    /** The index of a kind's events. */
    public EventIndex of(RecordKind kind) {
        return Objects.requireNonNull(indexes.get(kind.name()), kind.name());
    }
}
