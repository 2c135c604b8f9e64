package zhiyin.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import zhiyin.graph.GraphImporter;
import zhiyin.graph.GraphMigrations;
import zhiyin.model.RecordKind;
import zhiyin.staging.ImportFiles;
import zhiyin.staging.Staging;
import zhiyin.tag.TagCatalogue;

/**
 * What an import works with.
 *
 * @param importer empty when the hub may not stop and start its Neo4j
 * @param data     the data folder
 */
record Importing(Staging staging, ToldGraph toldGraph, GraphMigrations migrations,
        TagCatalogue tags,
        LoadSettings settings,
        Optional<GraphImporter> importer, JdbcTransactionManager transactions, Path data) {

    /** The work that does at once what some merges would do record by record. */
    ImportWork instead(List<MergeWork> merges) {
        List<RecordKind> kinds = merges.stream().map(MergeWork::kind).toList();
        ImportFolder folder = new ImportFolder(data.resolve(ImportFolder.NAME));
        return new ImportWork(new ImportChoice(staging, toldGraph, settings, importer.isPresent(), kinds),
                new ImportFiles(staging, folder.path(), kinds), folder, merges, this);
    }

    /**
     * In the transaction of a step, what the graph is asked would keep a transaction open there until the step's own ends, and Neo4j
     * waits for such transactions before it stops.
     */
    TransactionTemplate withoutTransaction() {
        JdbcTransactionManager unsynchronized = new JdbcTransactionManager(
                requireNonNull(transactions.getDataSource()));
        unsynchronized.setTransactionSynchronization(
                AbstractPlatformTransactionManager.SYNCHRONIZATION_ON_ACTUAL_TRANSACTION);
        return new TransactionTemplate(unsynchronized,
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NOT_SUPPORTED));
    }
}
