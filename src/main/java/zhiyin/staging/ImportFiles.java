package zhiyin.staging;

import java.nio.file.Path;
import java.util.List;

import static java.util.stream.Collectors.joining;

import zhiyin.model.GraphFile;
import zhiyin.model.GraphShape.Link;
import zhiyin.model.GraphShape.Nodes;
import zhiyin.model.RecordKind;

/**
 * Writes what the graph is to be told as files that Neo4j's importer reads. They say what the kinds' merge statements would have
 * written from the same {@link WorkList}s. Nothing of it passes through the heap.
 */
public class ImportFiles {

    private static final String WRITTEN = """
            CREATE OR REPLACE TABLE import_file (name VARCHAR, is_of_nodes BOOLEAN, type VARCHAR, breaks BOOLEAN,
                longest BIGINT)
            """;

    private final Staging staging;
    private final Path folder;
    private final List<RecordKind> kinds;

    /**
     * Files of some kinds.
     *
     * @param staging where the work lists are
     * @param folder  where the files go; staging must be allowed to write there
     * @param kinds   the kinds, each with a work list
     */
    public ImportFiles(Staging staging, Path folder, List<RecordKind> kinds) {
        this.staging = staging;
        this.folder = folder.toAbsolutePath().normalize();
        this.kinds = List.copyOf(kinds);
    }

    /**
     * What the graph carries beside records.
     *
     * @param token    by which staging knows the graph again
     * @param filledBy by which a load knows that the graph came of its files
     * @param at       when the load began, as {@code 2026-11-01T00:00:00Z}
     * @param tags     ids of the tags that customers can carry
     */
    public record Surroundings(String token, String filledBy, String at, List<String> tags) {}

    /** Writes the work lists as they are now. */
    public void write(Surroundings graph) {
        staging.run(WRITTEN);
        staging.run("CREATE OR REPLACE TABLE %s (id VARCHAR)".formatted(ImportColumns.TAGS));
        graph.tags().forEach(
                tag -> staging.update("INSERT INTO %s VALUES (?)".formatted(ImportColumns.TAGS), tag));
        write(new Content("__Graph.csv", true, "__Graph",
                "SELECT 'graph' AS \"id:ID(__Graph)\", %s AS \"token:string\", %s AS \"filledBy:string\"".formatted(
                        Sql.text(graph.token()), Sql.text(graph.filledBy())),
                ImportColumns.TAGS, List.of(Sql.text(graph.token()), Sql.text(graph.filledBy()))));
        write(new Content("Tag.csv", true, "Tag", "SELECT id AS \"id:ID(Tag)\" FROM " + ImportColumns.TAGS,
                ImportColumns.TAGS, List.of("id")));
        for (RecordKind kind : kinds) {
            ImportColumns columns = new ImportColumns(kind, graph.at());
            if (!(kind.shape().nodes() instanceof Nodes.None)) {
                write(new Content(kind.name() + ".csv", true, kind.name(), columns.nodes(), Tables.todo(kind),
                        columns.texts()));
            }
            for (Link link : kind.shape().links()) {
                write(new Content(kind.name() + "-" + link.type() + ".csv", false, link.type(), columns.links(link),
                        Tables.todo(kind), columns.texts(link)));
            }
        }
    }

    /**
     * A file.
     *
     * @param rows  what is written
     * @param table what the rows come from
     * @param texts those columns of the table that are written and may hold anything
     */
    private record Content(String file, boolean isOfNodes, String type, String rows, String table,
            List<String> texts) {}

    private void write(Content content) {
        staging.run("COPY (%s) TO %s (FORMAT csv, HEADER true)".formatted(content.rows(),
                Sql.text(folder.resolve(content.file()).toString())));
        String breaks = content.texts().stream()
                .map(text -> "bool_or(contains(%1$s, chr(10)) OR contains(%1$s, chr(13)))".formatted(text))
                .collect(joining(", "));
        String lengths = content.texts().stream().map("max(strlen(%s))"::formatted).collect(joining(", "));
        staging.update("""
                INSERT INTO import_file
                SELECT ?, ?, ?, coalesce(list_bool_or([%s]), false), coalesce(list_max([%s]), 0) FROM %s
                """.formatted(breaks, lengths, content.table()), content.file(), content.isOfNodes(), content.type());
    }

    /** The files that were written last. */
    public List<GraphFile> written() {
        return staging.query("SELECT name, is_of_nodes, type, breaks, longest FROM import_file ORDER BY name",
                row -> new GraphFile(row.getString(1), row.getBoolean(2), row.getString(3), row.getBoolean(4),
                        row.getLong(5)));
    }

    /** Forgets them. */
    public void forget() {
        staging.run("DROP TABLE IF EXISTS import_file; DROP TABLE IF EXISTS " + ImportColumns.TAGS);
    }
}
