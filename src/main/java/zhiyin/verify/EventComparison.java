package zhiyin.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import zhiyin.model.EventDocument;
import zhiyin.search.EventCheck;
import zhiyin.search.EventIndex;
import zhiyin.staging.EventList;
import zhiyin.verify.Difference.Problem;

/** Compares an index of events with staging, document by document, and mends it page by page. */
class EventComparison {

    private static final int PAGE = 2_000;

    private final EventIndex index;
    private final EventCheck check;
    private final EventList list;

    EventComparison(EventIndex index, EventList list) {
        this.index = index;
        this.check = index.check();
        this.list = list;
    }

    void compare(Findings findings, boolean repair) {
        list.prepare(0);
        try {
            long documents = check.documents();
            long done = 0;
            List<EventDocument> page = list.next(done, PAGE, EventIndex.SLICE_BYTES);
            while (!page.isEmpty()) {
                documents -= compare(page, findings, repair);
                done += page.size();
                page = list.next(done, PAGE, EventIndex.SLICE_BYTES);
            }
            if (documents != 0) {
                check.each(ids -> refuse(ids, findings, repair));
            }
        } finally {
            list.finish();
        }
    }

    /** Answers how many of a page the index has. */
    private int compare(List<EventDocument> page, Findings findings, boolean repair) {
        Map<String, Map<String, Object>> found = check.found(ids(page));
        List<EventDocument> wrong = new ArrayList<>();
        page.forEach(event -> {
            Map<String, Object> expected = EventCheck.content(event);
            Map<String, Object> held = found.get(event.id());
            findings.expect(event.id(), expected);
            if (held != null) {
                findings.find(event.id(), held);
            }
            if (!expected.equals(held)) {
                wrong.add(event);
            }
        });
        Set<String> left = left(wrong, repair);
        wrong.forEach(event -> findings.note(finding(event, found.get(event.id())), !left.contains(event.id())));
        return found.size();
    }

    private static Finding finding(EventDocument event, @Nullable Map<String, Object> held) {
        return held == null
                ? new Finding(event.id(), Problem.MISSING, List.of(), Map.of())
                : new Finding(event.id(), Problem.DIFFERENT, differing(EventCheck.content(event), held), Map.of());
    }

    private static List<String> differing(Map<String, Object> one, Map<String, Object> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
        return List.copyOf(names);
    }

    private Set<String> left(List<EventDocument> wrong, boolean repair) {
        if (!repair || wrong.isEmpty()) {
            return new HashSet<>(ids(wrong));
        }
        tell(wrong);
        Map<String, Map<String, Object>> found = check.found(ids(wrong));
        Set<String> left = new HashSet<>();
        wrong.stream().filter(event -> !EventCheck.content(event).equals(found.get(event.id())))
                .forEach(event -> left.add(event.id()));
        return left;
    }

    private void refuse(List<String> ids, Findings findings, boolean repair) {
        List<String> strangers = new ArrayList<>(ids);
        strangers.removeAll(list.known(ids));
        if (strangers.isEmpty()) {
            return;
        }
        if (repair) {
            tell(strangers.stream().map(id -> EventDocument.gone(id, 0)).toList());
        }
        Set<String> left = repair ? check.found(strangers).keySet() : Set.copyOf(strangers);
        strangers.forEach(id -> {
            findings.find(id, "");
            findings.note(Finding.unknown(id), !left.contains(id));
        });
    }

    private void tell(List<EventDocument> events) {
        long version = index.version();
        index.write(events.stream().map(event -> event.at(version)).toList());
        index.publish();
    }

    private static List<String> ids(List<EventDocument> events) {
        return events.stream().map(EventDocument::id).toList();
    }
}
