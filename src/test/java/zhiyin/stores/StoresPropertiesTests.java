package zhiyin.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class StoresPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class);

    @Configuration
    @EnableConfigurationProperties(StoresProperties.class)
    static class Settings {}

    @Test
    void areWholeWithoutAnySetting() {
        runner.run(context -> {
            StoresProperties properties = context.getBean(StoresProperties.class);
            assertThat(properties.neo4j().port()).isEqualTo(17687);
            assertThat(properties.elasticsearch().port()).isEqualTo(19200);
            assertThat(properties.postgresql().port()).isEqualTo(15432);
            assertThat(properties.memory()).isLessThan(DataSize.ofGigabytes(5));
        });
    }

    @Test
    void bindBesideTheSwitchOfTheSameName() {
        runner.withPropertyValues("zhiyin.stores=local", "zhiyin.stores.neo4j.heap=2GB", "zhiyin.stores.directory=/d")
                .run(context -> {
                    StoresProperties properties = context.getBean(StoresProperties.class);
                    assertThat(properties.neo4j().heap()).isEqualTo(DataSize.ofGigabytes(2));
                    assertThat(properties.directory()).isEqualTo(Path.of("/d"));
                });
    }

    @Test
    void refuseAMisspeltKey() {
        runner.withPropertyValues("zhiyin.stores.neo4j.prot=1").run(context -> assertThat(context).hasFailed()
                .getFailure().rootCause().hasMessageContaining("zhiyin.stores.neo4j.prot"));
    }

    @Test
    void refuseAnUnknownKindOfStores() {
        new ApplicationContextRunner().withUserConfiguration(LocalStoresConfiguration.class)
                .withPropertyValues("zhiyin.stores=remote").run(context -> assertThat(context).hasFailed().getFailure()
                        .hasMessageContaining("'remote', which is neither local nor external"));
    }

    @Test
    void startNothingWhenTheStoresAreExternal() {
        new ApplicationContextRunner().withUserConfiguration(LocalStoresConfiguration.class)
                .withPropertyValues("zhiyin.stores=external")
                .run(context -> assertThat(context).doesNotHaveBean(LocalStores.class));
    }

    @Test
    void tooLittleMemoryIsToldInOneSentence() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Capacity.requireMemory(DataSize.ofGigabytes(4), DataSize.ofMegabytes(700)))
                .withMessage("The stores need 4096 MB of memory, and 700 MB are free.");
    }

    @Test
    void tooLittleDiskIsToldWithTheFolder() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Capacity.requireDisk(DataSize.ofTerabytes(900), Path.of("target")))
                .withMessageContaining("where target is");
    }
}
