package zhiyin.stores;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where and how the local stores run.
 *
 * @param home where the programs are, as the build stages them
 * @param directory where the stores keep their files; the folder {@code stores} of {@code zhiyin.data} when not set
 * @param user the account that runs the stores when root starts the hub; the first of zhiyin and nobody when not set
 * @param startTimeout how long a store may take until it answers
 * @param stopTimeout how long a store may take to end before it is killed
 * @param minimumDisk how much disk must be free before the stores are started
 * @param neo4j the graph
 * @param elasticsearch the search index
 * @param postgresql jobs, schedules, accounts and audit
 */
@ConfigurationProperties(prefix = "zhiyin.stores", ignoreUnknownFields = false)
record StoresProperties(
        @DefaultValue("target/stores") Path home,
        @Nullable Path directory,
        @Nullable String user,
        @DefaultValue("120s") Duration startTimeout,
        @DefaultValue("60s") Duration stopTimeout,
        @DefaultValue("2GB") DataSize minimumDisk,
        @DefaultValue Neo4j neo4j,
        @DefaultValue Elasticsearch elasticsearch,
        @DefaultValue Postgresql postgresql) {

    /**
     * @param port the Bolt port on the loopback interface
     * @param heap Java heap, taken whole at the start
     * @param pageCache memory for graph pages outside the heap
     */
    record Neo4j(
            @DefaultValue("17687") int port,
            @DefaultValue("1GB") DataSize heap,
            @DefaultValue("512MB") DataSize pageCache) {}

    /**
     * @param port the HTTP port on the loopback interface
     * @param heap Java heap; Elasticsearch takes up to half as much again outside it
     */
    record Elasticsearch(@DefaultValue("19200") int port, @DefaultValue("768MB") DataSize heap) {}

    /**
     * @param port the port on the loopback interface
     * @param sharedBuffers memory for pages, shared by all connections
     */
    record Postgresql(@DefaultValue("15432") int port, @DefaultValue("128MB") DataSize sharedBuffers) {}

    /** What the stores take together when they are busy. */
    DataSize memory() {
        return DataSize.ofBytes(neo4j.heap().toBytes() + neo4j.pageCache().toBytes()
                + elasticsearch.heap().toBytes() * 3 / 2 + postgresql.sharedBuffers().toBytes());
    }
}
