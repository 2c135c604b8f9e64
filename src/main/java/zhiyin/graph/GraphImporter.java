package zhiyin.graph;

import java.nio.file.Path;

/** Fills a graph at once with Neo4j's importer, for a hub that may stop and start its Neo4j. */
@FunctionalInterface
public interface GraphImporter {

    /**
     * Puts what files say in the place of all that the graph holds. Either all of it is there afterwards or nothing has changed,
     * however this ends. Constraints and indexes are gone. While it goes on, the graph does not answer.
     *
     * @param folder the files, with their {@link ImportArguments}
     */
    void fill(Path folder);
}
