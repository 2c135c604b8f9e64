package zhiyin.search;

import java.util.List;

import org.springframework.boot.test.context.TestComponent;

import zhiyin.relay.PageRequest;

/** Tells what people find when they type something. */
@TestComponent
public final class SearchProbe {

    private static final int PAGE = 100;
    private final CustomerSearch search;

    SearchProbe(CustomerSearch search) {
        this.search = search;
    }

    /** A line for each text: how many are found, and who they are, the best first, each with how well it fits. */
    public List<String> found(List<String> texts) {
        return texts.stream().map(text -> {
            CustomerSearchConnection found = search.search(text, new PageRequest(PAGE, null));
            return text + ": " + found.totalCount() + " "
                    + found.edges().stream().map(edge -> edge.node().id() + "=" + edge.score()).toList();
        }).toList();
    }
}
