package zhiyin.verify;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import zhiyin.verify.Difference.Store;

/** Counts what is compared of one kind in one store, and hands each difference on. */
class Findings {

    private static final Pattern CONTACT = Pattern.compile("(?s)([^|]*\\|[A-Z]+:).*");

    private final Store store;
    private final String kind;
    private final Consumer<Difference> visitor;
    private final Fingerprint expectedContent = new Fingerprint();
    private final Fingerprint foundContent = new Fingerprint();
    private int expected;
    private int found;
    private int differences;
    private int repaired;

    Findings(Store store, String kind, Consumer<Difference> visitor) {
        this.store = store;
        this.kind = kind;
        this.visitor = visitor;
    }

    void expect(String id, Object content) {
        expected++;
        expectedContent.add(id, content);
    }

    void find(String id, Object content) {
        found++;
        foundContent.add(id, content);
    }

    void note(Finding finding, boolean isRepaired) {
        differences++;
        repaired += isRepaired ? 1 : 0;
        visitor.accept(
                new Difference(store, kind, shown(finding.id()), finding.problem(), finding.fields(), isRepaired));
    }

    /** The id of a way to be reached holds the way itself: its kind stays, a number tells it from others. */
    private static String shown(String id) {
        Matcher contact = CONTACT.matcher(id);
        return contact.matches() ? contact.group(1) + "#" + Integer.toHexString(id.hashCode()) : id;
    }

    int differences() {
        return differences;
    }

    Tally tally() {
        return new Tally(store, kind, expected, found, expectedContent.text(), foundContent.text(), differences,
                repaired);
    }
}
