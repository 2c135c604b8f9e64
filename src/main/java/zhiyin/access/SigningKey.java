package zhiyin.access;

import java.nio.file.Path;
import java.text.ParseException;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/** The key that tokens are signed with. It is kept, so that tokens stay good over a restart. */
final class SigningKey {

    private static final int BITS = 3072;

    private SigningKey() {}

    static JWKSource<SecurityContext> readOrWrite(Path file) {
        String text = PrivateFile.readOrWrite(file, () -> fresh().toJSONString());
        try {
            return new ImmutableJWKSet<>(new JWKSet(RSAKey.parse(text)));
        } catch (ParseException unreadable) {
            throw new IllegalStateException(
                    "%s is no signing key: delete it and start again; tokens given out before will be refused"
                            .formatted(file.toAbsolutePath()));
        }
    }

    private static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This Java cannot make RSA keys", impossible);
        }
    }
}
