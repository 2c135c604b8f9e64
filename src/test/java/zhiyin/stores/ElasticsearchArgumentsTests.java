package zhiyin.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ElasticsearchArgumentsTests {

    private static final String WRITTEN_BY_ITS_LAUNCHER = """
            000000316f72672e656c61737469637365617263682e636f6d6d6f6e2e73657474696e67732e4b657953746f726557726170706572\
            0000000700000112626f6f7473747261702e70617373776f7264"""
            + "0a7365637265742dc3a478" + "206fb954e592a1e743d56d38061903de7385a726a7d06aef715e1572c63375bf6e" + "00"
            + "010c636c75737465722e6e616d6500067a686979696e" + "092f746d702f636f6e66" + "092f746d702f6c6f6773";

    @Test
    void areWrittenAsElasticsearchWritesThem() {
        var arguments = new ElasticsearchArguments(Map.of("cluster.name", "zhiyin"),
                Map.of("bootstrap.password", "secret-äx"), Path.of("/tmp/conf"), Path.of("/tmp/logs"));
        assertThat(HexFormat.of().formatHex(arguments.bytes())).isEqualTo(WRITTEN_BY_ITS_LAUNCHER);
    }

    @Test
    void neverShowTheirSecrets() {
        assertThat(new ElasticsearchArguments(Map.of(), Map.of("bootstrap.password", "hidden"), Path.of("a"),
                Path.of("b")).toString()).doesNotContain("hidden");
    }
}
