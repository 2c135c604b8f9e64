package zhiyin.graph;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.neo4j.driver.Driver;
import org.springframework.data.neo4j.core.Neo4jClient;

import zhiyin.stores.StoresAvailable;
import zhiyin.stores.TestGraph;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Gives tests a {@link Scene} in the graph of the tests' stores, which is empty when the first test of a class begins. */
public class OwnNeo4j extends StoresAvailable implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext test) {
        Driver driver = TestGraph.driver();
        TestGraph.clean();
        new GraphMigrations(driver).apply();
        driver.executableQuery("CALL db.awaitIndexes(60)").withConfig(TestGraph.ASIDE).execute();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Driver driver = TestGraph.driver();
        return new Scene(driver, new Graph(Neo4jClient.create(driver), new SimpleMeterRegistry()),
                new BulkWriter(driver, new SimpleMeterRegistry()));
    }
}
