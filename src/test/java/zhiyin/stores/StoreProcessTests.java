package zhiyin.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class StoreProcessTests {

    @TempDir
    Path folder;

    @Test
    void tellsTheLastWordsOfAStoreThatDoesNotComeUp() throws IOException {
        StoreProcess process = process("echo 'no room for the graph'; exit 3", Duration.ofSeconds(20));
        assertThatExceptionOfType(StoreException.class).isThrownBy(process::start)
                .withMessageContaining("Neo4j ended by itself with status 3")
                .withMessageContaining("no room for the graph");
    }

    @Test
    void tellsWhenAStoreTakesTooLongAndEndsIt() throws IOException {
        StoreProcess process = process("echo 'still thinking'; exec sleep 60 # " + folder, Duration.ofMillis(400));
        assertThatExceptionOfType(StoreException.class).isThrownBy(process::start)
                .withMessageContaining("did not answer on port").withMessageContaining("still thinking")
                .satisfies(told -> assertThat(told.remedy()).contains("zhiyin.stores.start-timeout"));
        long pid = ProcessIdentity.read(folder.resolve("neo4j.pid")).orElseThrow().pid();
        process.stop();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private StoreProcess process(String script, Duration startTimeout) throws IOException {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        var account = new Account("me", 0, 0, false, List.of());
        var place = new Place(folder, folder, folder.resolve("jdk"), account);
        return new StoreProcess(store(place, LocalTestStores.freePort()), place, properties(startTimeout));
    }

    private static Neo4jStore store(Place place, int port) {
        var settings = new StoresProperties.Neo4j(port, DataSize.ofMegabytes(64), DataSize.ofMegabytes(8));
        return new Neo4jStore(place, "1", settings, "secret");
    }

    private static StoresProperties properties(Duration startTimeout) {
        StoresProperties usual = LocalTestStores.properties();
        return new StoresProperties(usual.home(), null, null, startTimeout, Duration.ofSeconds(5), usual.minimumDisk(),
                usual.neo4j(), usual.elasticsearch(), usual.postgresql());
    }

    @Test
    void namesWhoHasAPort() throws IOException {
        var account = new Account("me", 0, 0, false, List.of());
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Store store = store(new Place(folder, folder, folder, account), taken.getLocalPort());
            assertThatExceptionOfType(StoreException.class).isThrownBy(() -> Ports.requireFree(store))
                    .withMessageContaining("port " + taken.getLocalPort())
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .satisfies(told -> assertThat(told.remedy()).contains("zhiyin.stores.neo4j.port"));
        }
    }
}
