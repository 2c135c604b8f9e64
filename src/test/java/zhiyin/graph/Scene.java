package zhiyin.graph;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;

import zhiyin.model.RecordKind;
import zhiyin.relay.Connection;
import zhiyin.relay.PageRequest;
import zhiyin.stores.TestGraph;

/** A piece of the graph that one test owns: all its ids begin with words of their own. */
public final class Scene {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-22T09:30:00Z");

    private final String prefix = "test" + UUID.randomUUID() + ":";
    private final Driver driver;
    private final Graph graph;
    private final BulkWriter writer;

    Scene(Driver driver, Graph graph, BulkWriter writer) {
        this.driver = driver;
        this.graph = graph;
        this.writer = writer;
    }

    public Graph graph() {
        return graph;
    }

    public BulkWriter writer() {
        return writer;
    }

    /** The id in the graph of something that the test calls by a short name. */
    public String id(String name) {
        return prefix + name;
    }

    /** Customers with these names. */
    public void customers(String... names) {
        graph.rows("UNWIND $ids AS id MERGE (:Customer {id: id})",
                Map.of("ids", Arrays.stream(names).map(this::id).toList()));
    }

    /** A record with this name, to be merged. */
    public MergeRow row(String name) {
        return MergeRow.of(id(name));
    }

    /** Merges rows as the load does. */
    public void merge(RecordKind kind, MergeRow... rows) {
        writer.write(kind.mergeStatement(), Arrays.stream(rows).map(MergeRow::values).toList(), Map.of("at", AT));
    }

    /** All nodes and relationships of the scene, to be compared. */
    public List<String> state() {
        return graph.rows("""
                MATCH (node) WHERE node.id STARTS WITH $prefix
                RETURN labels(node) AS type, '' AS start, node.id AS end,
                       COLLECT { UNWIND keys(node) AS key WITH key ORDER BY key RETURN [key, node[key]] } AS properties
                ORDER BY end
                UNION ALL
                MATCH (start)-[link]->(end) WHERE start.id STARTS WITH $prefix
                RETURN [type(link)] AS type, start.id AS start, end.id AS end,
                       COLLECT { UNWIND keys(link) AS key WITH key ORDER BY key RETURN [key, link[key]] } AS properties
                ORDER BY start, type, end
                """, Map.of("prefix", prefix)).stream().map(row -> row.values().toString()).toList();
    }

    /** Relationships of the scene, as {@code start TYPE end} with the test's short names. */
    public List<String> links() {
        return graph.rows("""
                MATCH (start)-[link]->(end) WHERE start.id STARTS WITH $prefix
                RETURN start.id + ' ' + type(link) + ' ' + end.id AS link ORDER BY link
                """, Map.of("prefix", prefix)).stream().map(row -> row.text("link").replace(prefix, "")).toList();
    }

    /** All pages of a list, read forward by cursor. */
    public <T> List<Connection<T>> pages(int size, Function<PageRequest, Connection<T>> fetch) {
        List<Connection<T>> pages = new ArrayList<>();
        @Nullable
        String after = null;
        do {
            Connection<T> page = fetch.apply(new PageRequest(size, after));
            pages.add(page);
            after = page.pageInfo().endCursor();
        } while (pages.getLast().pageInfo().hasNextPage());
        return pages;
    }

    /** Names of the operators that a statement would be run with, and whether their rows come in an index's order. */
    public List<String> operators(String statement) {
        return operators(
                driver.executableQuery("EXPLAIN " + statement).withConfig(TestGraph.ASIDE).execute().summary().plan())
                .toList();
    }

    private static Stream<String> operators(Plan plan) {
        return Stream.concat(Stream.of(plan.operatorType().replaceFirst("@.*", "")
                + (plan.arguments().containsKey("Order") ? " in order" : "")),
                plan.children().stream().flatMap(Scene::operators));
    }
}
