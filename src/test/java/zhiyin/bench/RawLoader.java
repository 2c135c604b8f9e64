package zhiyin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** The least that could do the same: ready rows in memory, one statement for a batch of customers, plain bulk requests. */
final class RawLoader {

    private static final String SHARED = """
            FOREACH (area IN $areas | CREATE (node:Area) SET node = area)
            FOREACH (offering IN $offerings | CREATE (node:ProductOffering) SET node = offering)
            """;

    private static final String CUSTOMERS = """
            UNWIND $customers AS row
            CREATE (customer:Customer) SET customer = row.properties
            FOREACH (contact IN row.ContactMedium |
              MERGE (medium:ContactMedium {id: contact.mediumId})
              ON CREATE SET medium.type = contact.type, medium.value = contact.value
              CREATE (customer)-[:HAS_CONTACT {preferred: contact.preferred}]->(medium))
            FOREACH (account IN row.BillingAccount |
              CREATE (customer)-[:HAS_ACCOUNT]->(owned:BillingAccount) SET owned = account.properties
              FOREACH (bill IN account.CustomerBill |
                CREATE (owned)-[:BILLED_BY]->(node:CustomerBill) SET node = bill))
            FOREACH (product IN row.Product |
              CREATE (customer)-[:OWNS]->(owned:Product) SET owned = product.properties
              FOREACH (offering IN product.offering |
                MERGE (instance:ProductOffering {id: offering})
                CREATE (owned)-[:INSTANCE_OF]->(instance))
              FOREACH (usage IN product.UsageSummary |
                CREATE (owned)-[:CONSUMED]->(node:UsageSummary) SET node = usage))
            FOREACH (interaction IN row.PartyInteraction |
              CREATE (customer)-[:HAD]->(node:PartyInteraction) SET node = interaction)
            FOREACH (feedback IN row.Feedback | CREATE (customer)-[:GAVE]->(node:Feedback) SET node = feedback)
            FOREACH (experience IN row.NetworkExperience |
              CREATE (customer)-[:EXPERIENCED]->(node:NetworkExperience) SET node = experience)
            """;

    private final Driver driver;
    private final URI search;
    private final String authorization;
    private final HttpClient http = HttpClient.newHttpClient();

    RawLoader(Driver driver, URI search, String user, String password) {
        this.driver = driver;
        this.search = search;
        this.authorization = "Basic " + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    void writeShared(List<Map<String, Object>> areas, List<Map<String, Object>> offerings) {
        write(SHARED, Map.of("areas", areas, "offerings", offerings));
    }

    void writeCustomers(List<Map<String, Object>> customers) {
        write(CUSTOMERS, Map.of("customers", customers));
    }

    private void write(String statement, Map<String, Object> parameters) {
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(transaction -> transaction.run(statement, parameters).consume());
        }
    }

    void makeIndex(String index, String body) {
        send("PUT", index, "application/json", body);
    }

    /** A bulk request as it goes over the wire. */
    void bulk(String index, String lines) {
        String answer = send("POST", index + "/_bulk?filter_path=errors", "application/x-ndjson", lines);
        if (!answer.contains("\"errors\":false")) {
            throw new IllegalStateException("Elasticsearch refused some of a bulk request: " + answer);
        }
    }

    void refresh(String index) {
        send("POST", index + "/_refresh", "application/json", "");
    }

    private String send(String method, String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(search.resolve("/" + path)).header("Content-Type", type)
                .header("Authorization", authorization)
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("%s %s: %d %s".formatted(method, path, response.statusCode(),
                        response.body()));
            }
            return response.body();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
