package zhiyin.stores;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole hub on real stores. The stores are started once for all tests of the run, and so is the hub as long
 * as a test asks for nothing of its own here: each {@link #properties()} of its own costs a start of the hub. Tests that
 * need clean stores take {@link CleanStores}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(StoresAvailable.class)
@SpringBootTest
@Import(TestStoresConfiguration.class)
@ContextConfiguration(initializers = TestSettings.class)
public @interface HubTest {

    /** The web server: a real one on a free port unless said otherwise. */
    @AliasFor(annotation = SpringBootTest.class)
    WebEnvironment webEnvironment() default WebEnvironment.RANDOM_PORT;

    /** Settings such as {@code zhiyin.load.batch=50}. */
    @AliasFor(annotation = SpringBootTest.class)
    String[] properties() default {};
}
