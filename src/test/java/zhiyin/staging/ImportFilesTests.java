package zhiyin.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.model.GraphFile;
import zhiyin.model.GraphShape;
import zhiyin.model.GraphShape.End;
import zhiyin.model.GraphShape.Link;
import zhiyin.model.GraphShape.Property;
import zhiyin.model.RecordKind;
import zhiyin.staging.ImportFiles.Surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static zhiyin.model.FieldType.Plain.DATE;
import static zhiyin.model.FieldType.Plain.DATE_TIME;
import static zhiyin.model.FieldType.Plain.DECIMAL;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.FieldType.reference;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.party;

class ImportFilesTests {

    private static final RecordKind BILL = new RecordKind("Bill",
            List.of(party(), optional("amount", DECIMAL), optional("due", DATE), optional("sentAt", DATE_TIME),
                    optional("text", TEXT)),
            GraphShape.ofCustomer("OWES"), "");
    private static final RecordKind REMINDER = new RecordKind("Reminder",
            List.of(party(), optional("bill", reference("Bill")), optional("level", TEXT)),
            GraphShape.of("bill", "Bill", "REMINDED"), "");
    private static final RecordKind MARK = new RecordKind("Mark", List.of(party(), optional("tag", TEXT)),
            GraphShape.link(new Link("TAGGED", new End.OfCustomer(), new End.Named("tag", "Tag", "tag:"),
                    new Property.RecordId("record"), new Property.Decimal("score", 1.0),
                    new Property.Origin("origin"))),
            "");
    private static final List<RecordKind> KINDS = List.of(BILL, REMINDER, MARK);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Staging staging;

    @BeforeEach
    void stage() throws IOException {
        Path files = Files.createDirectories(folder.resolve("import"));
        staging = new Staging(folder.resolve("staging.duckdb"), "256MB", files);
        KINDS.forEach(kind -> Tables.create(staging, kind));
        staging.run("""
                CREATE TABLE assignment (record VARCHAR, customer VARCHAR, rule VARCHAR);
                INSERT INTO assignment VALUES ('p', 'c1', NULL);
                INSERT INTO staged."Bill" (id, party, amount, due, "sentAt", text, _hash, _origin, _closed_by) VALUES
                    ('b1', 'p', 12.50, '2026-01-31', '2026-01-01 10:00:00.000001', 'two' || chr(10) || '"lines"', 'h',
                     4294967298, NULL),
                    ('b2', 'p', NULL, NULL, NULL, '', 'h', NULL, 4294967296);
                INSERT INTO staged."Reminder" (id, party, bill, level, _hash) VALUES
                    ('r1', 'p', 'b1', 'FIRST', 'h'), ('r2', 'p', 'unknown', 'FIRST', 'h');
                INSERT INTO staged."Mark" (id, party, tag, _hash, _origin) VALUES ('m1', 'p', 'gold', 'h', 7), ('m2', 'p', 'tin', 'h', 8);
                """);
        KINDS.forEach(kind -> new WorkList(staging, kind, false).prepare());
        new ImportFiles(staging, files, KINDS)
                .write(new Surroundings("t", "load 1", "2026-11-01T00:00:00Z", List.of("tag:gold")));
    }

    @AfterEach
    void close() {
        staging.close();
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve("import").resolve(name));
    }

    @Test
    void haveTheTypesThatTheMergesWouldWrite() throws IOException {
        assertThat(file("Bill.csv")).startsWith("id:ID(Bill),customerId:string,amount:double,due:date,sentAt:datetime,"
                + "text:string,closedAt:datetime,origin:long,closedBy:long,updatedAt:datetime\n")
                .contains("b1,c1,12.5000,2026-01-31,2026-01-01T10:00:00.000001Z,\"two\n\"\"lines\"\"\","
                        + ",4294967298,,2026-11-01T00:00:00Z\n")
                .contains("b2,c1,,,,\"\",,,4294967296,2026-11-01T00:00:00Z\n");
    }

    @Test
    void haveARelationshipOnlyToWhatIsThere() throws IOException {
        assertThat(file("Bill-OWES.csv").lines()).containsExactlyInAnyOrder(":START_ID(Customer),:END_ID(Bill)",
                "c1,b1", "c1,b2");
        assertThat(file("Reminder.csv")).contains("r1,c1,b1,", "r2,c1,unknown,");
        assertThat(file("Reminder-REMINDED.csv").lines()).containsExactly(":START_ID(Bill),:END_ID(Reminder)", "b1,r1");
        assertThat(file("Mark-TAGGED.csv").lines()).containsExactly(
                ":START_ID(Customer),:END_ID(Tag),record:string,score:double,origin:long", "c1,tag:gold,m1,1.0,7");
    }

    @Test
    void areKnownWithWhatTheImporterMustKnow() {
        assertThat(new ImportFiles(staging, folder, KINDS).written())
                .extracting(GraphFile::name, GraphFile::isOfNodes, GraphFile::hasLineBreaks)
                .contains(tuple("Bill.csv", true, true),
                        tuple("Mark-TAGGED.csv", false, false),
                        tuple("__Graph.csv", true, false))
                .hasSize(7);
    }

    @Test
    void areTheOnlyFilesThatStagingTouches() throws IOException {
        Files.writeString(folder.resolve("secret.csv"), "a\n1\n");

        for (String statement : List.of("COPY (SELECT 1) TO '%s/out.csv'", "SELECT * FROM read_csv('%s/secret.csv')",
                "COPY (SELECT 1) TO '%s/import/../out.csv'", "SET allowed_directories = ['%s']")) {
            assertThatExceptionOfType(StagingException.class)
                    .isThrownBy(() -> staging.run(statement.formatted(folder)));
        }
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }
}
