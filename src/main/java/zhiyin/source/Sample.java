package zhiyin.source;

import java.util.List;
import java.util.Map;

/**
 * Some rows of a file whose declaration is to be drafted.
 *
 * @param layout  keys of the feed that say how the file is written, with their values as YAML
 * @param columns the values of each column, empty texts where there is none
 * @param notes   what whoever reads the draft ought to know
 */
record Sample(Map<String, String> layout, Map<String, List<String>> columns, List<String> notes) {}
