package zhiyin.access;

import java.util.List;

import jakarta.servlet.DispatcherType;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The doors of the hub: which requests need an account, and how they show it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableMethodSecurity
class Doors {

    // Inline styles are what the console's component library sets sizes and positions with.
    private static final String CONTENT_SECURITY_POLICY = String.join("; ", List.of("default-src 'self'",
            "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:",
            "font-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:", "object-src 'none'",
            "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"));

    @Bean
    @Order(1)
    SecurityFilterChain tokens(HttpSecurity http) {
        return http.securityMatcher("/oauth2/**", "/.well-known/**").oauth2AuthorizationServer(server -> {})
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .headers(Doors::headers).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(HttpSecurity http) {
        return http
                .authorizeHttpRequests(requests -> requests
                        // the end of an answer to a request that was let in
                        .dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll()
                        // asked for an account once it is open: browsers cannot send a token with it
                        .requestMatchers(webSockets()).permitAll()
                        .requestMatchers("/", "/console", "/console/**", "/favicon.ico", "/error", "/actuator/health")
                        .permitAll().requestMatchers("/actuator/prometheus")
                        .hasAnyRole(Role.ENGINEER.name(), Role.ADMIN.name()).anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/console/").loginProcessingUrl("/login")
                        .successHandler(LoginAnswers.success()).failureHandler(LoginAnswers.failure()))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessHandler(LoginAnswers.logout()))
                .csrf(CsrfConfigurer::spa)
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(accounts()))
                        .authenticationEntryPoint(Unauthenticated.askForLogin()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(Unauthenticated.askForLogin())
                        .accessDeniedHandler(Unauthenticated.refuse()))
                .requestCache(cache -> cache.disable()).headers(Doors::headers).build();
    }

    @Bean
    JwtDecoder tokenReader(JWKSource<SecurityContext> key) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(key);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    private static RequestMatcher webSockets() {
        return new AndRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/graphql"),
                new RequestHeaderRequestMatcher("Upgrade", "websocket"));
    }

    /** Reads the roles that a token carries. */
    static JwtAuthenticationConverter accounts() {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName(Accounts.ROLES);
        roles.setAuthorityPrefix(Role.PREFIX);
        JwtAuthenticationConverter accounts = new JwtAuthenticationConverter();
        accounts.setJwtGrantedAuthoritiesConverter(roles);
        return accounts;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"));
    }
}
