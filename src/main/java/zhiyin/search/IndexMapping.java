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

    /** While nobody searches an index: what is written is not made searchable bit by bit, and not copied yet. */
    static final String FILLING = """
            {"index": {"refresh_interval": "-1", "auto_expand_replicas": "false", "number_of_replicas": "0"}}
            """;

    /** For an index that is searched. */
    static final String SEARCHED = """
            {"index": {"refresh_interval": "1s", "auto_expand_replicas": "0-1"}}
            """;

    private static final String VERSION = ALIAS + "-" + version();

    private IndexMapping() {}

    /** Name of one of the indices of this version, which are numbered from 1 on. */
    static String index(int build) {
        return VERSION + "-" + build;
    }

    /** The number of an index of this version; 0 for other indices. */
    static int build(String index) {
        String number = index.startsWith(VERSION + "-") ? index.substring(VERSION.length() + 1) : "";
        return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
    }

    /** The name to write by. An alias: a write to an index that is gone is refused then, and does not make another. */
    static String writing() {
        return VERSION + "-writing";
    }

    /** The name of the index that is built beside the one that readers search, while there is one. */
    static String building() {
        return VERSION + "-building";
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
