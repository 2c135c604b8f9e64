package zhiyin.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.identity.IdentityResolver.Resolution;
import zhiyin.model.RecordKind;
import zhiyin.staging.Staging;

import static org.assertj.core.api.Assertions.assertThat;

class DeterministicResolverTests {

    private static final RecordKind PARTY = new PartyRecord().party();

    @TempDir
    private Path folder;
    private Staging staging;
    private IdentityResolver resolver;

    @BeforeEach
    void open() {
        staging = new Staging(folder.resolve("staging.duckdb"), "256MB");
        staging.run("""
                CREATE TABLE staged."Party" (id VARCHAR, "nationalId" VARCHAR, "customerNo" VARCHAR, "accountNo" VARCHAR,
                    "displayName" VARCHAR, "birthDate" DATE, mobile VARCHAR, email VARCHAR, kind VARCHAR)
                """);
        resolver = IdentityResolver.deterministic(IdentityRules.read(Path.of("etl/identity.yaml"), PARTY));
    }

    @AfterEach
    void close() {
        staging.close();
    }

    private void record(String id, Map<String, String> values) {
        String columns = String.join(", ", values.keySet().stream().map(name -> '"' + name + '"').toList());
        staging.update(
                "INSERT INTO staged.\"Party\" (id, %s) VALUES (?%s)".formatted(columns, ", ?".repeat(values.size())),
                java.util.stream.Stream.concat(java.util.stream.Stream.of(id), values.values().stream()).toArray());
    }

    private Map<String, String> customers() {
        Map<String, String> customers = new TreeMap<>();
        staging.query("SELECT record, customer FROM assignment",
                row -> customers.put(row.getString(1), row.getString(2)));
        return customers;
    }

    private String customerOf(String record) {
        return java.util.Objects.requireNonNull(customers().get(record), record);
    }

    @Test
    void joinsRecordsOverSeveralKeys() {
        record("crm:customers:1", Map.of("nationalId", "n1", "email", "ann@example.org"));
        record("billing:accounts:A", Map.of("nationalId", "n1", "accountNo", "A"));
        record("network:subscribers:S", Map.of("accountNo", "A"));
        record("crm:customers:2", Map.of("nationalId", "n2"));

        assertThat(resolver.resolve(staging)).isEqualTo(new Resolution(4, 2, 0));
        assertThat(customerOf("network:subscribers:S")).isEqualTo(customerOf("crm:customers:1"))
                .isNotEqualTo(customerOf("crm:customers:2"));
    }

    @Test
    void keepsThoseApartWhoContradictEachOther() {
        record("crm:customers:father",
                Map.of("mobile", "+886912345678", "displayName", "王大明", "birthDate", "1960-01-02"));
        record("crm:customers:son", Map.of("mobile", "+886912345678", "displayName", "王大明", "birthDate", "1990-01-02"));

        resolver.resolve(staging);

        assertThat(customerOf("crm:customers:father")).isNotEqualTo(customerOf("crm:customers:son"));
    }

    @Test
    void trustsADocumentMoreThanABirthDate() {
        record("crm:customers:1", Map.of("nationalId", "n1", "birthDate", "1960-01-02"));
        record("billing:accounts:A", Map.of("nationalId", "n1", "birthDate", "1960-02-01"));

        resolver.resolve(staging);

        assertThat(customerOf("crm:customers:1")).isEqualTo(customerOf("billing:accounts:A"));
    }

    @Test
    void takesAValueThatManyShareForNoEvidence() {
        for (int i = 0; i < 30; i++) {
            record("channel:profiles:" + i, Map.of("email", "info@example.org", "displayName", "person " + i));
        }

        assertThat(resolver.resolve(staging).customers()).isEqualTo(30);
    }

    @Test
    void joinsWhoAgreesBehindOneWhoContradicts() {
        record("crm:customers:1", Map.of("email", "home@example.org", "birthDate", "1980-01-02"));
        record("crm:customers:2", Map.of("email", "home@example.org", "birthDate", "1982-01-02"));
        record("crm:customers:3", Map.of("email", "home@example.org", "birthDate", "1982-01-02"));
        record("crm:customers:4", Map.of("email", "home@example.org"));

        assertThat(resolver.resolve(staging).customers()).isEqualTo(3);
        assertThat(customerOf("crm:customers:2")).isEqualTo(customerOf("crm:customers:3"));
    }

    @Test
    void neverGivesAnIdToTwoPeopleWhenRecordsComeAndGo() {
        record("crm:customers:1", Map.of("nationalId", "n1"));
        record("crm:customers:2", Map.of("nationalId", "n1"));
        record("crm:customers:3", Map.of("nationalId", "n1"));
        record("crm:customers:4", Map.of("nationalId", "n1"));
        record("crm:customers:5", Map.of("nationalId", "n1"));
        for (String number : List.of("n1", "n2", "n1", "n3", "n1", "n4")) {
            staging.run(
                    "UPDATE staged.\"Party\" SET \"nationalId\" = '%s' WHERE id = 'crm:customers:1'".formatted(number));
            resolver.resolve(staging);
            staging.run(
                    "UPDATE staged.\"Party\" SET \"nationalId\" = '%s' WHERE id = 'crm:customers:2'".formatted(number));
            resolver.resolve(staging);
            staging.run("UPDATE staged.\"Party\" SET \"nationalId\" = '%sx' WHERE id = 'crm:customers:1'"
                    .formatted(number));
            resolver.resolve(staging);

            assertThat(customerOf("crm:customers:1")).isNotIn(customerOf("crm:customers:2"),
                    customerOf("crm:customers:3"));
        }
    }

    @Test
    void resolvesNobodyWhenThereIsNobody() {
        assertThat(resolver.resolve(staging)).isEqualTo(new Resolution(0, 0, 0));
    }

    @Test
    void doesNotTakeADummyBirthDateForEvidence() {
        record("crm:customers:1", Map.of("mobile", "+886912345678", "birthDate", "1900-01-01", "displayName", "A"));
        record("crm:customers:2", Map.of("mobile", "+886912345678", "birthDate", "1900-01-01", "displayName", "B"));

        assertThat(resolver.resolve(staging).customers()).isEqualTo(2);
    }

    @Test
    void givesTheSameIdsWhateverTheOrderOfTheRecords() {
        List<Map.Entry<String, Map<String, String>>> records = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            records.add(Map.entry("crm:customers:" + i, Map.of("email", "p" + i / 3 + "@example.org")));
        }
        records.forEach(entry -> record(entry.getKey(), entry.getValue()));
        resolver.resolve(staging);
        Map<String, String> inOrder = customers();

        staging.run("DELETE FROM staged.\"Party\"; DROP TABLE assignment; DROP TABLE survivor; DROP TABLE parted");
        Collections.shuffle(records, new Random(5));
        records.forEach(entry -> record(entry.getKey(), entry.getValue()));
        resolver.resolve(staging);

        assertThat(customers()).isEqualTo(inOrder);
    }

    @Test
    void keepsIdsWhenRecordsCome() {
        record("crm:customers:5", Map.of("nationalId", "n1"));
        resolver.resolve(staging);
        String before = customerOf("crm:customers:5");

        record("billing:accounts:A", Map.of("nationalId", "n1"));
        record("crm:customers:1", Map.of("nationalId", "n1"));
        resolver.resolve(staging);

        assertThat(customers()).hasSize(3).containsValue(before).allSatisfy((record, customer) -> assertThat(customer)
                .isEqualTo(before));
    }

    @Test
    void leadsFromACustomerThatWasMergedToItsSurvivor() {
        record("crm:customers:1", Map.of("nationalId", "n1"));
        record("billing:accounts:A", Map.of("nationalId", "n1"));
        record("channel:profiles:P", Map.of("email", "ann@example.org"));
        resolver.resolve(staging);
        String retired = customerOf("channel:profiles:P");
        String survivor = customerOf("crm:customers:1");

        staging.run("UPDATE staged.\"Party\" SET email = 'ann@example.org' WHERE id = 'crm:customers:1'");
        assertThat(resolver.resolve(staging)).isEqualTo(new Resolution(3, 1, 1));

        assertThat(customerOf("channel:profiles:P")).isEqualTo(survivor);
        assertThat(staging.query("SELECT customer, survivor FROM survivor",
                row -> row.getString(1) + " > " + row.getString(2)))
                .containsExactly(retired + " > " + survivor);
    }

    @Test
    void givesTheLargerPartTheIdWhenACustomerParts() {
        record("crm:customers:1", Map.of("nationalId", "n1"));
        record("crm:customers:2", Map.of("nationalId", "n1"));
        record("crm:customers:3", Map.of("nationalId", "n1"));
        resolver.resolve(staging);
        String before = customerOf("crm:customers:1");

        staging.run("UPDATE staged.\"Party\" SET \"nationalId\" = 'n2' WHERE id = 'crm:customers:1'");
        resolver.resolve(staging);

        assertThat(customerOf("crm:customers:2")).isEqualTo(customerOf("crm:customers:3")).isEqualTo(before);
        assertThat(customerOf("crm:customers:1")).isNotEqualTo(before);
    }

    @Test
    void tellsAMistakeInTheRulesWithItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("identity.yaml"), """
                rules: [{ rule: same-shoe, fields: [shoeSize], maxRecords: 3 }]
                contradictions: []
                survivorship: { default: [crm] }
                """);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> IdentityRules.read(file, PARTY)))
                .hasMessageContaining("identity.yaml: a party has no field 'shoeSize'");
    }
}
