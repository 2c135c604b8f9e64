package zhiyin.api;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class ApiConfiguration {

    @Bean
    GraphQlSourceBuilderCustomizer rememberDocuments(RememberedDocuments documents) {
        return source -> source.configureGraphQl(engine -> engine.preparsedDocumentProvider(documents));
    }
}
