package zhiyin.load;

import zhiyin.graph.ImportArguments;

/** An import cannot go on by itself: the message says why and what to do. */
class ImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportException(String message) {
        super(message);
    }

    /** The files are there, and the hub may not import them itself. */
    static ImportException awaited(ImportFolder folder) {
        return new ImportException("""
                the files for Neo4j's importer are in %1$s. Stop Neo4j, run there
                    neo4j-admin database import full @%2$s
                as the account that runs Neo4j, start Neo4j, and load again with zhiyin.load.import=files"""
                .formatted(folder.path(), ImportArguments.FILE));
    }
}
