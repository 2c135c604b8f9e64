package zhiyin.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The JSON Schema by which editors complete and check declarations. */
class SourceSchemaTests {

    private static final Path FILE = Path.of("etl/schema/source.schema.json");

    private final JsonNode definition = JsonMapper.shared().readTree(FILE.toFile());
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(definition);

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("etl"))) {
            return files.filter(file -> file.toString().matches(".*sources/.*[.]yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void fitsTheShippedDeclarations(Path declaration) throws IOException {
        assertThat(schema.validate(new YAMLMapper().readTree(declaration.toFile()))).isEmpty();

        String first = Files.readAllLines(declaration).getFirst();
        assertThat(first).startsWith("# yaml-language-server: $schema=");
        assertThat(declaration.resolveSibling(first.substring(first.indexOf('=') + 1)).normalize()).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delimeter: ';'", "format: xml", "table: customers", "delimiter: ';;'"})
    void tellsMistakes(String line) {
        String declaration = """
                source: crm
                zone: Asia/Taipei
                region: TW
                feeds:
                  people:
                    files: people.csv
                    %s
                    columns: { number: { type: text } }
                    records: [{ kind: Party, key: number, fields: { displayName: number } }]
                """;
        YAMLMapper yaml = new YAMLMapper();
        assertThat(schema.validate(yaml.readTree(declaration.formatted("encoding: Big5")))).isEmpty();
        assertThat(schema.validate(yaml.readTree(declaration.formatted(line)))).isNotEmpty();
    }

    @Test
    void namesTheSameKeysAsTheRecords() {
        Map<String, Class<?>> records = Map.ofEntries(Map.entry("source", Source.class),
                Map.entry("database", Database.class), Map.entry("feed", Feed.class),
                Map.entry("arrival", Origin.Arrival.class), Map.entry("column", Column.class),
                Map.entry("unit", Column.Conversion.class), Map.entry("record", RecordMapping.class),
                Map.entry("mapping", FieldMapping.class), Map.entry("closed", ClosedMark.class),
                Map.entry("check", DeclaredCheck.class), Map.entry("references", DeclaredCheck.References.class),
                Map.entry("rows", DeclaredCheck.RowCount.class), Map.entry("freshness", DeclaredCheck.Freshness.class));

        assertThat(records).allSatisfy((name, type) -> assertThat(definition.at("/$defs/%s/properties".formatted(name))
                .propertyNames()).as(name).containsExactlyInAnyOrderElementsOf(DeclaredKeys.of(type).keySet()));
    }

    @Test
    void namesTheSameWordsAsTheTypes() {
        assertThat(words("column", "type")).containsExactlyInAnyOrderElementsOf(DeclaredValue.words(ColumnType.class));
        assertThat(words("feed", "format"))
                .containsExactlyInAnyOrderElementsOf(DeclaredValue.words(Layout.Format.class));
        assertThat(words("feed", "unknownColumns"))
                .containsExactlyInAnyOrderElementsOf(DeclaredValue.words(Drift.Policy.class));
        assertThat(words("feed", "changes")).containsExactlyInAnyOrderElementsOf(DeclaredValue.words(ChangeKind.class));
        assertThat(words("column", "severity"))
                .containsExactlyInAnyOrderElementsOf(DeclaredValue.words(Severity.class));
        assertThat(words("check", "severity")).containsExactlyInAnyOrderElementsOf(DeclaredValue.words(Severity.class));
        assertThat(words("unit", "from")).containsExactlyInAnyOrderElementsOf(Unit.symbols());
        assertThat(words("unit", "to")).containsExactlyInAnyOrderElementsOf(Unit.symbols());
    }

    private List<String> words(String part, String key) {
        return definition.at("/$defs/%s/properties/%s/enum".formatted(part, key)).valueStream()
                .map(JsonNode::asString).toList();
    }

    @Test
    void describesEveryKey() {
        definition.path("$defs").properties().forEach(part -> {
            assertThat(part.getValue().path("description").asString()).as(part.getKey()).isNotBlank();
            part.getValue().path("properties").properties().forEach(
                    key -> assertThat(key.getValue().has("description") || key.getValue().has("$ref")).as(key.getKey())
                            .isTrue());
        });
    }
}
