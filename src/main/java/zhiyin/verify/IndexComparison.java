package zhiyin.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static java.util.stream.Collectors.toSet;

import org.springframework.stereotype.Component;

import zhiyin.search.CustomerIndex;
import zhiyin.search.IndexCheck;
import zhiyin.search.IndexCheck.Compared;
import zhiyin.verify.Difference.Problem;

/** Compares the search index with the graph, and mends it page by page. */
@Component
class IndexComparison {

    private final IndexCheck check;
    private final CustomerIndex index;

    IndexComparison(IndexCheck check, CustomerIndex index) {
        this.check = check;
        this.index = index;
    }

    void compare(Findings findings, boolean repair) {
        long documents = check.documents();
        List<Compared> page = check.next("");
        while (!page.isEmpty()) {
            documents -= page.stream().filter(customer -> customer.found() != null).count();
            compare(page, findings, repair);
            page = check.next(page.getLast().id());
        }
        if (documents != 0) {
            check.strangers(strangers -> refuse(strangers, findings, repair));
        }
    }

    private void compare(List<Compared> page, Findings findings, boolean repair) {
        page.forEach(customer -> {
            findings.expect(customer.id(), customer.expected());
            if (customer.found() != null) {
                findings.find(customer.id(), customer.found());
            }
        });
        List<Compared> wrong = page.stream().filter(IndexComparison::differs).toList();
        if (wrong.isEmpty()) {
            return;
        }
        Set<String> left = left(wrong.stream().map(Compared::id).toList(), repair);
        wrong.forEach(customer -> findings.note(
                new Finding(customer.id(), customer.found() == null ? Problem.MISSING : Problem.DIFFERENT, List.of(),
                        Map.of()),
                !left.contains(customer.id())));
    }

    private static boolean differs(Compared customer) {
        return !customer.expected().equals(customer.found());
    }

    private Set<String> left(List<String> ids, boolean repair) {
        if (!repair) {
            return new HashSet<>(ids);
        }
        indexAnew(ids);
        return check.of(ids).stream().filter(IndexComparison::differs).map(Compared::id).collect(toSet());
    }

    private void refuse(List<String> strangers, Findings findings, boolean repair) {
        if (repair && !strangers.isEmpty()) {
            indexAnew(strangers);
        }
        Set<String> left = repair ? check.present(strangers) : Set.copyOf(strangers);
        strangers.forEach(id -> {
            findings.find(id, "");
            findings.note(Finding.unknown(id), !left.contains(id));
        });
    }

    private void indexAnew(List<String> ids) {
        index.index(ids);
        index.publish();
    }
}
