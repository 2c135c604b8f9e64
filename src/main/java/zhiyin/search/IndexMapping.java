package zhiyin.search;

/** How the index keeps customers. */
final class IndexMapping {

    /** The name that readers search by. */
    static final String ALIAS = "zhiyin-customers";

    // Values come folded and split, so nothing is analysed; the documents themselves stay in the graph.
    static final String BODY = """
            {
              "settings": {"index": {"number_of_shards": 1, "auto_expand_replicas": "0-1", "gc_deletes": "1h"}},
              "mappings": {
                "dynamic": "strict",
                "_source": {"enabled": false},
                "properties": {
                  "id": {"type": "keyword"},
                  "hash": {"type": "keyword", "index": false},
                  "whole": {"type": "keyword", "doc_values": false},
                  "names": {"type": "text", "analyzer": "keyword", "norms": false, "index_options": "docs",
                            "index_prefixes": {"min_chars": 1, "max_chars": 10}},
                  "pinyin": {"type": "text", "analyzer": "keyword", "norms": false, "index_options": "docs",
                             "index_prefixes": {"min_chars": 1, "max_chars": 10}},
                  "readings": {"type": "text", "analyzer": "keyword", "norms": false, "index_options": "docs",
                               "index_prefixes": {"min_chars": 1, "max_chars": 10}},
                  "codes": {"type": "text", "analyzer": "keyword", "norms": false, "index_options": "docs",
                            "index_prefixes": {"min_chars": 3, "max_chars": 12}},
                  "endings": {"type": "text", "analyzer": "keyword", "norms": false, "index_options": "docs",
                              "index_prefixes": {"min_chars": 3, "max_chars": 12}}
                }
              }
            }
            """;

    /** Their names. */
    static final IndexNames NAMES = new IndexNames(ALIAS, BODY);

    private IndexMapping() {}

    /** The name to write by. */
    static String writing() {
        return NAMES.writing();
    }

    /** The name of the index that is built beside the one that readers search, while there is one. */
    static String building() {
        return NAMES.building();
    }
}
