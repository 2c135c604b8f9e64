package zhiyin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import org.junit.jupiter.api.Test;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeUtil;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import zhiyin.graph.GraphImage;
import zhiyin.model.FieldType;
import zhiyin.model.GraphShape;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;
import zhiyin.relay.NodeSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecordKindsTests {

    private static final TypeDefinitionRegistry SCHEMA = schema();

    private final Map<String, RecordKind> kinds;
    private final Collection<NodeSource> nodes;
    private final Collection<GraphImage> images;

    RecordKindsTests() {
        DeclaredKinds declared = DeclaredKinds.read();
        kinds = declared.kinds().stream().collect(toMap(RecordKind::name, Function.identity()));
        nodes = declared.nodes();
        images = declared.images();
    }

    @Test
    void haveEveryFieldThatSourcesFill() {
        assertThat(mappings().filter(mapping -> !mapping.path("kind").asString().equals("Party"))).isNotEmpty()
                .allSatisfy(mapping -> assertThat(fields(mapping.path("kind").asString()).map(RecordField::name))
                        .containsAll(mapping.path("fields").propertyNames()));
    }

    @Test
    void requireNothingThatSourcesDoNotFill() {
        assertThat(mappings().filter(mapping -> !mapping.path("kind").asString().equals("Party"))).isNotEmpty()
                .allSatisfy(mapping -> assertThat(mapping.path("fields").propertyNames())
                        .containsAll(fields(mapping.path("kind").asString()).filter(RecordField::required)
                                .map(RecordField::name).toList()));
    }

    @Test
    void haveTheCodesThatTheSchemaHas() {
        assertThat(kinds.keySet()).filteredOn(kind -> SCHEMA.getTypeOrNull(kind) != null).hasSizeGreaterThan(8)
                .allSatisfy(kind -> fields(kind).forEach(field -> {
                    if (field.type() instanceof FieldType.Code(List<String> values)) {
                        assertThat(values).as(kind + "." + field.name()).isEqualTo(codes(kind, field.name()));
                    }
                }));
    }

    @Test
    void sayWhatTheyBecomeInTheGraph() {
        assertThat(kinds.values().stream().filter(kind -> !kind.name().equals("Party"))).isNotEmpty()
                .allSatisfy(kind -> assertThat(kind.shape().nodes() instanceof GraphShape.Nodes.None
                        && kind.shape().links().isEmpty()).as(kind.name()).isFalse());
        Stream<GraphImage> all = Stream.concat(images.stream(), kinds.values().stream()
                .filter(kind -> kind.shape().nodes() instanceof GraphShape.Nodes.Each).map(GraphImage::of));
        assertThat(all).isNotEmpty().allSatisfy(image -> assertThat(
                Stream.concat(fields(image.kind()).map(RecordField::name), Stream.of("id", "customer")))
                .contains(image.place()).containsAll(image.ends()));
    }

    @Test
    void areFoundByIdUnderTheNamesOfTypesThatAreNodes() {
        assertThat(nodes).extracting(NodeSource::type).contains("BillingAccount", "CustomerBill", "Product",
                "ProductOffering", "Area", "Feedback", "Tag").allSatisfy(
                        type -> assertThat(declared(type, ObjectTypeDefinition.class).getImplements()
                                .toString()).contains("Node"));
    }

    private Stream<RecordField> fields(String kind) {
        return Stream.ofNullable(kinds.get(kind)).flatMap(found -> found.fields().stream());
    }

    private static List<String> codes(String type, String field) {
        FieldDefinition definition = declared(type, ObjectTypeDefinition.class).getFieldDefinitions().stream()
                .filter(candidate -> candidate.getName().equals(field)).findFirst().orElseThrow();
        String name = TypeUtil.unwrapAll(definition.getType()).getName();
        return declared(name, EnumTypeDefinition.class).getEnumValueDefinitions().stream()
                .map(EnumValueDefinition::getName).toList();
    }

    private static <T> T declared(String name, Class<T> kind) {
        return kind.cast(requireNonNull(SCHEMA.getTypeOrNull(name), name));
    }

    private static TypeDefinitionRegistry schema() {
        TypeDefinitionRegistry all = new TypeDefinitionRegistry();
        files("graphql-schema", ".graphqls").forEach(file -> all.merge(new SchemaParser().parse(file.toFile())));
        return all;
    }

    private static Stream<JsonNode> mappings() {
        return files("etl/sources", ".yaml").stream().map(file -> new YAMLMapper().readTree(file.toFile()))
                .flatMap(source -> source.path("feeds").valueStream())
                .flatMap(feed -> feed.path("records").valueStream());
    }

    private static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
