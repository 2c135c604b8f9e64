package zhiyin.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import zhiyin.model.InvalidDeclarationException;
import zhiyin.model.RecordKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.party;

class SourceCatalogTests {

    private static final RecordKind PARTY = new RecordKind("Party", List.of(optional("displayName", TEXT)), "");
    private static final RecordKind NOTE = new RecordKind("Note", List.of(party(), optional("text", TEXT)), "");

    private static final String CRM = """
            source: crm
            zone: Asia/Taipei
            region: TW
            feeds:
              people:
                files: people*.csv
                columns:
                  no: { type: text }
                records:
                  - kind: Party
                    key: no
                    fields: { displayName: no }
              notes:
                files: notes*.csv
                columns:
                  no: { type: text }
                records:
                  - kind: Note
                    key: no
                    fields:
                      party: { column: no, feed: crm.people }
            """;

    @TempDir
    private Path folder;

    private SourceCatalog read(String declaration) throws IOException {
        Files.writeString(folder.resolve("crm.yaml"), declaration);
        return SourceCatalog.read(folder, List.of(PARTY, NOTE));
    }

    private void refuses(String declaration, String place, String rule) {
        assertThatThrownBy(() -> read(declaration)).isInstanceOf(InvalidDeclarationException.class)
                .hasMessageMatching("(?s).*crm[.]yaml:[0-9]+:[0-9]+: " + Pattern.quote(place) + ": .*")
                .hasMessageContaining(rule);
    }

    @Test
    void takesADeclarationWithoutMistakes() throws IOException {
        assertThat(read(CRM).sources()).singleElement().satisfies(
                source -> assertThat(source.feeds()).containsOnlyKeys("people", "notes"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"text, pattern: '[A-Z'|pattern|is no regular expression",
            "text, pattern: '(?=A).*'|pattern|is no regular expression",
            "integer, pattern: '[0-9]'|pattern|only a column of type text", "text, min: 1|min|smallest value",
            "phone, max: 1|max|largest value", "date|formats|at least one format",
            "text, region: TW|region|no column"}, quoteCharacter = '"')
    void tellsRulesThatAColumnCannotHave(String column, String key, String rule) {
        refuses(CRM.replaceFirst("type: text", "type: " + column), "feeds.people.columns.no." + key, rule);
    }

    @Test
    void tellsAColumnWithoutADeclaration() {
        refuses(CRM.replaceFirst("no: [{] type: text [}]", "no:"), "feeds.people.columns.no",
                "nothing is declared for this column");
    }

    @Test
    void tellsAFeedWithoutADeclaration() {
        refuses(CRM + "  empty:\n", "feeds.empty", "nothing is declared for this feed");
    }

    @Test
    void tellsARecordAndAFieldWithoutADeclaration() {
        refuses(CRM.replace("fields: { displayName: no }", "fields: { displayName: }"),
                "feeds.people.records[0].fields.displayName", "exactly one of column, constant and sql");
        refuses(CRM.replace("    records:\n      - kind: Note", "    records:\n      -\n      - kind: Note"),
                "feeds.notes.records[0]", "nothing is declared for this record");
    }

    @Test
    void tellsAnEncodingWhoseNameCannotBeOne() {
        refuses(CRM.replaceFirst("files: people", "encoding: utf 8\n    files: people"), "feeds.people.encoding",
                "'utf 8' is not a character set");
    }

    @Test
    void tellsAFeedThatNobodyDeclares() {
        refuses(CRM.replace("crm.people", "crm.persons"), "feeds.notes.records[0].fields.party.feed",
                "no feed 'crm.persons' is declared; there are [crm.notes, crm.people]");
    }

    @Test
    void tellsASourceThatNobodyDeclares() {
        refuses(CRM.replace("feed: crm.people", "source: erp"), "feeds.notes.records[0].fields.party.source",
                "no source 'erp' is declared; there are [crm]");
    }

    @Test
    void tellsTwoFilesThatDeclareTheSameSource() throws IOException {
        Files.writeString(folder.resolve("again.yaml"), CRM);

        refuses(CRM, "source", "'crm' is declared in " + folder.resolve("again.yaml") + " already");
    }

    @Test
    void tellsAFileThatDeclaresNothing() {
        assertThatThrownBy(() -> read("# nothing yet\n")).isInstanceOf(InvalidDeclarationException.class)
                .hasMessageContaining("crm.yaml");
    }
}
