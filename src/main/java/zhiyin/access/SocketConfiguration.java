package zhiyin.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(SocketSettings.class)
class SocketConfiguration {

    @Bean
    SocketDoor socketDoor(WebGraphQlHandler graphQl, JsonMapper json, GraphQlProperties graphQlSettings,
            Sockets sockets, SocketSettings settings) {
        return new SocketDoor(graphQl, json, graphQlSettings.getWebsocket(), sockets, settings);
    }

    @Bean
    ServletServerContainerFactoryBean socketContainer(SocketSettings settings) {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(Math.toIntExact(settings.message().toBytes()));
        return container;
    }

    /** Tells when a session ends, for those who listen beyond the request that they came with. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }
}
