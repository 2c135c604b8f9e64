package zhiyin.sample;

/** The file that says which party record belongs to which real customer. */
final class Truth {

    static final String FILE = "truth.csv";
    static final String[] HEADER = {"person", "source", "feed", "key"};

    private Truth() {}
}
