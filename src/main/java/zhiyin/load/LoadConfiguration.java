package zhiyin.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

import zhiyin.golden.Affected;
import zhiyin.golden.GoldenRecords;
import zhiyin.graph.GraphImporter;
import zhiyin.graph.GraphMigrations;
import zhiyin.identity.IdentityResolver;
import zhiyin.identity.IdentityRules;
import zhiyin.lineage.OriginFiles;
import zhiyin.model.RecordKind;
import zhiyin.source.SourceCatalog;
import zhiyin.staging.Corrections;
import zhiyin.staging.Judge;
import zhiyin.staging.HistoryWindow;
import zhiyin.staging.IdentityKey;
import zhiyin.staging.Landing;
import zhiyin.staging.Normaliser;
import zhiyin.staging.Origins;
import zhiyin.staging.Refusals;
import zhiyin.staging.Rejects;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;
import zhiyin.staging.Vanished;
import zhiyin.tag.TagCatalogue;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoadSettings.class)
class LoadConfiguration {

    /** Batch would take the graph's transactions for its own bookkeeping if it were left the choice. */
    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    /** Readable, and the same for every version of the classes. */
    @Bean
    JacksonExecutionContextStringSerializer contextSerializer() {
        return new JacksonExecutionContextStringSerializer();
    }

    @Bean
    Staging staging(LoadSettings settings, @Value("${zhiyin.data}") Path data) {
        return new Staging(data.resolve("staging/staging.duckdb"), settings.stagingMemory(),
                data.resolve(ImportFolder.NAME));
    }

    @Bean
    Importing importing(Staging staging, ToldGraph toldGraph, GraphMigrations migrations,
            TagCatalogue tags,
            LoadSettings settings, Optional<GraphImporter> importer, JdbcTransactionManager transactions,
            @Value("${zhiyin.data}") Path data) {
        return new Importing(staging, toldGraph, migrations, tags, settings, importer, transactions, data);
    }

    @Bean
    SourceCatalog sourceCatalog(List<RecordKind> kinds, @Value("${zhiyin.etl}") Path etl) {
        return SourceCatalog.read(etl.resolve("sources"), kinds);
    }

    @Bean
    IdentityRules identityRules(List<RecordKind> kinds, @Value("${zhiyin.etl}") Path etl) {
        return IdentityRules.read(etl.resolve("identity.yaml"),
                kinds.stream().filter(kind -> kind.name().equals(Tables.PARTY)).findFirst().orElseThrow());
    }

    @Bean
    IdentityResolver identityResolver(IdentityRules rules) {
        return IdentityResolver.deterministic(rules);
    }

    @Bean
    Normaliser normaliser(@Value("${zhiyin.data}") Path data) {
        return new Normaliser(IdentityKey.in(data.resolve("identity.key")));
    }

    @Bean
    Landing landing(Staging staging, SourceCatalog catalog, List<RecordKind> kinds, Normaliser normaliser,
            LoadSettings settings, Corrections corrections, Origins origins) {
        return new Landing(staging, catalog, kinds, normaliser, settings.input(),
                Math.toIntExact(settings.maxField().toBytes()), new Refusals(corrections, settings.keptRejects()),
                origins);
    }

    @Bean
    Origins origins(OriginFiles files) {
        return files::number;
    }

    @Bean
    Vanished vanished(Staging staging, SourceCatalog catalog, Landing landing, Origins origins) {
        return new Vanished(staging, catalog, landing, origins);
    }

    @Bean
    Judge judge(Staging staging, SourceCatalog catalog, Landing landing) {
        return new Judge(staging, catalog, landing);
    }

    @Bean
    Affected affected(Staging staging, List<RecordKind> kinds, Landing makesTheTables) {
        return new Affected(staging, kinds);
    }

    @Bean
    GoldenRecords goldenRecords(Staging staging, IdentityRules rules, Landing makesTheTables) {
        return new GoldenRecords(staging, rules);
    }

    @Bean
    HistoryWindow historyWindow(Staging staging, List<RecordKind> kinds, LoadSettings settings,
            Landing makesTheTables) {
        return new HistoryWindow(staging, kinds, settings.window().months());
    }

    @Bean
    Rejects rejects(Staging staging) {
        return new Rejects(staging);
    }
}
