package zhiyin.graph;

import java.util.List;

import org.junit.jupiter.api.Test;

import zhiyin.model.GraphFile;

import static org.assertj.core.api.Assertions.assertThat;

class ImportArgumentsTests {

    private static final GraphFile CUSTOMERS = new GraphFile("Customer.csv", true, "Customer", false, 200);
    private static final GraphFile OWNED = new GraphFile("Product-OWNS.csv", false, "OWNS", false, 80);

    @Test
    void nameEachFileWithItsLabelOrType() {
        assertThat(ImportArguments.of("neo4j", List.of(CUSTOMERS, OWNED)).lines()).startsWith("neo4j")
                .contains("--nodes=Customer=Customer.csv", "--relationships=OWNS=Product-OWNS.csv",
                        "--overwrite-destination=true", "--multiline-fields=false", "--read-buffer-size=4194304");
    }

    @Test
    void nameTheFilesOfWhichALineIsNotARow() {
        GraphFile texts = new GraphFile("Feedback.csv", true, "Feedback", true, 9_000_000);

        assertThat(ImportArguments.of("neo4j", List.of(CUSTOMERS, texts)).lines()).contains(
                "--multiline-fields-format=v2", "--multiline-fields=Feedback.csv", "--read-buffer-size=18000000");
    }
}
