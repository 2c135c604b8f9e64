package zhiyin.api;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema and the controllers say the same. No store is needed: controllers are read, not run. */
class SchemaContractTests {

    private static SchemaReport report;

    @BeforeAll
    static void inspectTheSchema() throws IOException {
        AtomicReference<SchemaReport> inspected = new AtomicReference<>();
        GraphQlSource.schemaResourceBuilder()
                .schemaResources(new PathMatchingResourcePatternResolver()
                        .getResources("classpath:graphql-schema/**/*.graphqls"))
                .configureRuntimeWiring(controllers()).configureRuntimeWiring(new ApiWiring())
                .inspectSchemaMappings(inspected::set).build();
        report = inspected.get();
    }

    @Test
    void everyFieldIsServed() {
        assertThat(report.unmappedFields()).isEmpty();
    }

    @Test
    void everyControllerMethodIsInTheSchema() {
        assertThat(report.unmappedRegistrations()).isEmpty();
    }

    @Test
    void everyArgumentOfAControllerIsInTheSchema() {
        assertThat(report.unmappedArguments()).isEmpty();
    }

    @Test
    void whatTheSchemaCallsNonNullIsNeverNull() {
        assertThat(report.fieldNullnessErrors()).isEmpty();
        assertThat(report.argumentNullnessErrors()).isEmpty();
    }

    private static AnnotatedControllerConfigurer controllers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        GenericApplicationContext context = new GenericApplicationContext();
        for (BeanDefinition controller : scanner.findCandidateComponents("zhiyin")) {
            register(ClassUtils.resolveClassName(String.valueOf(controller.getBeanClassName()), null), context);
        }
        context.registerBean(BatchLoaderRegistry.class, () -> new DefaultBatchLoaderRegistry());
        context.refresh();
        AnnotatedControllerConfigurer configurer = new AnnotatedControllerConfigurer();
        configurer.setApplicationContext(context);
        configurer.afterPropertiesSet();
        return configurer;
    }

    // Without its stores: batch loaders want the object, and nobody calls it.
    private static <T> void register(Class<T> controller, GenericApplicationContext context) {
        context.registerBean(controller, () -> new SpringObjenesis().newInstance(controller));
    }
}
