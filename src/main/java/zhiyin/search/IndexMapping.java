package zhiyin.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How the index keeps customers. Each version of it has an index of its own. */
final class IndexMapping {

    /** The name that readers search by. */
    static final String ALIAS = "zhiyin-customers";

    // Values come folded and split, so nothing is analysed; the documents themselves stay in the graph.
    static final String BODY = """
            {
              "settings": {"index": {"number_of_shards": 1, "auto_expand_replicas": "0-1"}},
              "mappings": {
                "dynamic": "strict",
                "_source": {"enabled": false},
                "properties": {
                  "id": {"type": "keyword"},
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

    private static final String INDEX = ALIAS + "-" + version();

    private IndexMapping() {}

    /** Name of the index of this version. */
    static String index() {
        return INDEX;
    }

    /** The name to write by. An alias: a write to an index that is gone is refused then, and does not make another. */
    static String writing() {
        return INDEX + "-writing";
    }

    private static String version() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(BODY.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 5);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
