package zhiyin.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import zhiyin.load.LoadRequest;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.load.LoadOutcome;
import zhiyin.load.Loads;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Refused rows on their way to a spreadsheet and back, beside a hub that runs. */
@HubTest
class RejectsCommandIT {

    @Autowired
    private CleanStores stores;

    @Autowired
    private Loads loads;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Value("${zhiyin.data}")
    private Path data = Path.of("data");

    @TempDir
    private Path folder;
    private StringWriter told = new StringWriter();
    private StringWriter complained = new StringWriter();

    @BeforeEach
    void load() throws IOException, InterruptedException {
        stores.all();
        Path customers = data.resolve("input/crm/customers.csv");
        Files.createDirectories(customers.getParent());
        Files.writeString(customers, """
                customer_no,name,kind,id_no,birth_date,postal_code,since,status,updated_at
                C00000002,陳美玲,P,B223456789,1990-13-45,00123,2020-01-01,A,2026-10-01 10:00:00
                C00000003,林志強,P,,1970-05-06,,2020-01-01,=Q,2026-10-01 10:00:00
                """);
        LoadOutcome outcome = loads.run(LoadRequest.ofAll(LoadTrigger.START).inFull());
        while (outcome instanceof LoadOutcome.AlreadyRunning) {
            Thread.sleep(100);
            outcome = loads.run(LoadRequest.ofAll(LoadTrigger.START).inFull());
        }
        assertThat(outcome).isInstanceOf(LoadOutcome.Completed.class);
    }

    @Test
    void whatIsChangedInASpreadsheetComesBackAndNothingElseDoes() throws Exception {
        Path file = folder.resolve("rejects.csv");
        assertThat(run("rejects", "list")).isZero();
        assertThat(told.toString()).contains("crm.customers", "crm/customers.csv:2 birth_date TYPE").contains("[OPEN]");
        assertThat(run("rejects", "download", "--out", file.toString())).isZero();

        assertThat(run("rejects", "correct", file.toString())).isZero();
        assertThat(told.toString()).isEqualTo("0 rows corrected\n");

        String changed = Files.readString(file).substring(1).replace("1990-13-45", "1990-12-15").replace("00123", "123")
                .replace("'=Q", "A").replace("2020-01-01", "2020/1/1").replace(',', ';');
        Files.writeString(file, changed, Charset.forName("Big5"));
        String[] correct = {"rejects", "correct", file.toString(), "--encoding", "Big5"};
        assertThat(run(Stream.concat(Stream.of(correct), Stream.of("--dry-run")).toArray(String[]::new))).isZero();
        assertThat(told.toString()).isEqualTo("""
                crm/customers.csv line 2 (customers): birth_date
                crm/customers.csv line 3 (customers): status
                2 rows would be corrected
                """);
        assertThat(corrections()).isEmpty();

        assertThat(run(correct)).isZero();
        assertThat(corrections()).contains("{\"birth_date\": \"1990-12-15\"}", "{\"status\": \"A\"}");
        assertThat(run("rejects", "replay")).isZero();
        assertThat(told.toString()).matches("Load \\d+ takes the corrected rows\n");
        awaitBoth();
    }

    private void awaitBoth() throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (jdbc.sql("SELECT count(*) FROM batch_job_execution WHERE status = 'COMPLETED'").query(Long.class)
                .single() < 2
                && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(jdbc.sql("SELECT status FROM refused_row").query(String.class).list())
                .containsExactly("ACCEPTED", "ACCEPTED");
    }

    private String corrections() {
        return String.join(" ", jdbc.sql("SELECT cells::text FROM correction").query(String.class).list());
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Path other = folder.resolve("other.csv");
        Files.writeString(other, "a,b\n1,2\n");
        assertThat(run("rejects", "correct", other.toString())).isEqualTo(1);
        assertThat(complained.toString()).contains("has not the header of 'rejects download'");

        assertThat(run("rejects", "list", "--load", "999")).isEqualTo(2);
        assertThat(complained.toString()).contains("There is no load 999");
        assertThat(run("rejects", "replay")).isEqualTo(2);
        assertThat(complained.toString()).contains("No corrected row waits for a load");
    }

    private int run(String... arguments) {
        told = new StringWriter();
        complained = new StringWriter();
        String[] all = Stream.concat(Stream.of(arguments),
                Stream.of("--url", "http://127.0.0.1:" + port, "--data", data.toString())).toArray(String[]::new);
        return Commands.line(Object.class).setOut(new PrintWriter(told, true)).setErr(new PrintWriter(complained, true))
                .execute(all);
    }
}
