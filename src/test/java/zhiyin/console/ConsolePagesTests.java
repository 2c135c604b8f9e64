package zhiyin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class ConsolePagesTests {

    private static final String PAGE = "<!doctype html><title>Zhiyin</title>";
    private static final String SCRIPT = "console.log('zhiyin')";

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private @Nullable MockMvcTester browser;

    @BeforeEach
    void serveThreeFilesInsteadOfTheBuiltConsole(@TempDir Path classes) throws IOException {
        Path assets = Files.createDirectories(classes.resolve("console/assets"));
        Files.writeString(assets.resolveSibling("index.html"), PAGE);
        Files.writeString(assets.resolve("index-a1b2.js"), SCRIPT);
        try (OutputStream compressed = new GZIPOutputStream(
                Files.newOutputStream(assets.resolve("index-a1b2.js.gz")))) {
            compressed.write(SCRIPT.getBytes(StandardCharsets.UTF_8));
        }
        context.setClassLoader(new OwnFilesFirst(classes.toUri().toURL()));
        context.setServletContext(new MockServletContext());
        context.register(ConsolePages.class, Mvc.class);
        context.refresh();
        browser = MockMvcTester.from(context);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console"})
    void leadsToTheConsole(String path) {
        assertThat(get(path)).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/console/");
    }

    @Test
    void keepsWhatWasAskedForOnTheWayToTheConsole() {
        assertThat(get("/console?q=a")).hasRedirectedUrl("/console/?q=a");
    }

    @Test
    void showsThePageAtItsRoot() {
        assertThat(get("/console/")).hasStatusOk().hasForwardedUrl("/console/index.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/index.html", "/console/login", "/console/customer/Q3VzdG9tZXI6MQ",
            "/console/customer/a.b@c"})
    void showsThePageAtItsOwnAddressesAndNeverAnOldOne(String path) {
        assertThat(get(path)).hasStatusOk().hasHeader("Cache-Control", "no-cache").bodyText().isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/nothing.png", "/console/assets/nothing.js", "/console/../application.properties"})
    void knowsThatAFileIsMissing(String path) {
        assertThat(get(path)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void letsBrowsersKeepAssetsForAYear() {
        assertThat(get("/console/assets/index-a1b2.js")).hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable").bodyText().isEqualTo(SCRIPT);
    }

    @Test
    void sendsTheCompressedCopyToBrowsersThatReadIt() {
        assertThat(browser().get().uri("/console/assets/index-a1b2.js").header("Accept-Encoding", "gzip, br"))
                .hasStatusOk().hasHeader("Content-Encoding", "gzip").hasContentTypeCompatibleWith("text/javascript");
    }

    private MvcTestResult get(String path) {
        return browser().get().uri(path).exchange();
    }

    private MockMvcTester browser() {
        return Objects.requireNonNull(browser);
    }

    @EnableWebMvc
    static class Mvc {}

    /** Finds the files of the test before those of a console that was built before. */
    private static final class OwnFilesFirst extends URLClassLoader {

        OwnFilesFirst(URL classes) {
            super(new URL[]{classes}, ConsolePagesTests.class.getClassLoader());
        }

        @Override
        public @Nullable URL getResource(String name) {
            URL own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }
    }
}
