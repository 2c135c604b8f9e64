package zhiyin;

import java.util.Collection;
import java.util.List;

import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.neo4j.core.Neo4jClient;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import zhiyin.graph.Graph;
import zhiyin.graph.GraphImage;
import zhiyin.model.RecordKind;
import zhiyin.relay.NodeSource;

/** What the features declare, without a store. */
public record DeclaredKinds(List<RecordKind> kinds, Collection<NodeSource> nodes,
        Collection<GraphImage> images) {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(useDefaultFilters = false, includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "zhiyin\\.(?!command)\\w+\\.(\\w+Kinds|PartyRecord)"))
    static class Declared {}

    /** Reads the declarations of all features. */
    public static DeclaredKinds read() {
        // a driver connects when it is first used, and nobody asks the graph here
        try (Driver unused = GraphDatabase.driver("bolt://localhost:1");
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Neo4jClient.class, () -> Neo4jClient.create(unused));
            context.register(Declared.class, Graph.class, SimpleMeterRegistry.class);
            context.refresh();
            return new DeclaredKinds(List.copyOf(context.getBeansOfType(RecordKind.class).values()),
                    List.copyOf(context.getBeansOfType(NodeSource.class).values()),
                    List.copyOf(context.getBeansOfType(GraphImage.class).values()));
        }
    }
}
