package zhiyin.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import javax.sql.DataSource;

import org.neo4j.driver.Driver;
import org.springframework.jdbc.core.simple.JdbcClient;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

/** Empties the stores between test classes; what migrations have built stays. */
public final class CleanStores {

    private final Driver neo4j;
    private final ElasticsearchClient elasticsearch;
    private final JdbcClient jdbc;

    CleanStores(Driver neo4j, ElasticsearchClient elasticsearch, DataSource dataSource) {
        this.neo4j = neo4j;
        this.elasticsearch = elasticsearch;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Removes every node but those in which the migrations keep their own history. */
    public void graph() {
        graph(neo4j);
    }

    static void graph(Driver neo4j) {
        try (var session = neo4j.session()) {
            session.run("""
                    MATCH (n) WHERE none(label IN labels(n) WHERE label STARTS WITH '__')
                    CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS
                    """).consume();
        }
    }

    /** Deletes every index that is not hidden. */
    public void indices() {
        try {
            List<String> names = List.copyOf(elasticsearch.indices().get(all -> all.index("*")).indices().keySet());
            if (!names.isEmpty()) {
                elasticsearch.indices().delete(these -> these.index(names));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Empties every table but the migrations' own. */
    public void tables() {
        jdbc.sql("""
                select string_agg(quote_ident(table_name), ', ') from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                """).query(String.class).optional()
                .ifPresent(names -> jdbc.sql("truncate " + names + " restart identity cascade").update());
    }

    /** All three. */
    public void all() {
        graph();
        indices();
        tables();
    }
}
