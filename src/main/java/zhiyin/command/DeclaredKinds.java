package zhiyin.command;

import java.util.List;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

import zhiyin.model.RecordKind;

/**
 * The kinds of record that the features declare, for commands that start no hub: of all beans only those that declare kinds are
 * made, and none of them needs a store.
 */
final class DeclaredKinds {

    private DeclaredKinds() {}

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackages = "zhiyin", useDefaultFilters = false, includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "zhiyin\\.\\w+\\.(\\w+Kinds|PartyRecord)"))
    static class Scan {}

    static List<RecordKind> read() {
        LoggingSystem.get(DeclaredKinds.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME,
                LogLevel.WARN);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(Scan.class);
            context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
            context.refresh();
            return List.copyOf(context.getBeansOfType(RecordKind.class).values());
        }
    }
}
