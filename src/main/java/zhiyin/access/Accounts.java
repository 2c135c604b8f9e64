package zhiyin.access;

import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The accounts of the credentials file, as the framework wants them: secrets only hashed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class Accounts {

    static final String ROLES = "roles";
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    @Bean
    Credentials accountCredentials(AccessSettings settings) {
        return CredentialsFile.readOrWrite(settings.credentials());
    }

    @Bean
    JWKSource<SecurityContext> signingKey(AccessSettings settings) {
        return SigningKey.readOrWrite(settings.signingKey());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService users(Credentials credentials, PasswordEncoder encoder) {
        return new InMemoryUserDetailsManager(credentials.users().stream()
                .map(user -> User.withUsername(user.username()).password(encoder.encode(user.password()))
                        .roles(names(user.roles())).build())
                .toList());
    }

    @Bean
    RegisteredClientRepository clients(Credentials credentials, PasswordEncoder encoder) {
        return new InMemoryRegisteredClientRepository(
                credentials.clients().stream().map(client -> registered(client, encoder)).toList());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> rolesInTokens() {
        return token -> token.getClaims().claim(ROLES,
                token.getRegisteredClient().getClientSettings().getSetting(ROLES));
    }

    private static RegisteredClient registered(Credentials.Client client, PasswordEncoder encoder) {
        return RegisteredClient.withId(client.clientId()).clientId(client.clientId())
                .clientSecret(encoder.encode(client.clientSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder().setting(ROLES, List.of(names(client.roles()))).build())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build()).build();
    }

    private static String[] names(List<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
