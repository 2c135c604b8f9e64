package zhiyin.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

import zhiyin.sample.SampleOperator;
import zhiyin.sample.SampleRequest;
import zhiyin.sample.SampleSummary;

/** Makes the sample operator while the stores come up, when there is nothing to load yet and nobody named another folder. */
class FirstInput {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.sample");

    private CompletableFuture<Void> generation = CompletableFuture.completedFuture(null);

    void generate(Environment environment) {
        Path input = Path.of(environment.getRequiredProperty("zhiyin.load.input"));
        boolean usual = input.equals(Path.of(environment.getRequiredProperty("zhiyin.data")).resolve("input"));
        int customers = environment.getProperty("zhiyin.sample.customers", Integer.class, 20_000);
        if (usual && customers > 0 && isEmpty(input)) {
            SampleRequest request = new SampleRequest(customers,
                    environment.getProperty("zhiyin.sample.seed", Long.class, 1L),
                    LocalDate.of(2026, 10, 31), input);
            Path etl = Path.of(environment.getRequiredProperty("zhiyin.etl"));
            generation = CompletableFuture.runAsync(() -> generate(etl, request));
        }
    }

    private static void generate(Path etl, SampleRequest request) {
        LOG.info("Making a sample operator of {} customers in {}", request.customers(), request.out());
        SampleSummary summary = new SampleOperator(etl).generate(request);
        LOG.info("Made the sample operator: {} rows",
                summary.rows().values().stream().mapToLong(Long::longValue).sum());
    }

    /** What a sample that was interrupted left behind does not count: its files end in {@code .part} until all are whole. */
    private static boolean isEmpty(Path input) {
        if (!Files.isDirectory(input)) {
            return true;
        }
        try (Stream<Path> files = Files.walk(input)) {
            return files.filter(Files::isRegularFile).allMatch(file -> file.toString().endsWith(".part"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void await() {
        generation.join();
    }
}
