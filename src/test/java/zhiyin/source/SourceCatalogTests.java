package zhiyin.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    @CsvSource(delimiter = '|', value = {"text, formats: '%Y'|formats|only dates and instants",
            "text, point: ','|point|only a column of type decimal", "decimal, point: ',', group: ','|group|must differ",
            "decimal, currency: TWD|currency|only a column of type money",
            "money, currency: dollar|currency|neither a column",
            "integer, unit: { from: KB, to: s }|unit|KB cannot become s",
            "integer, unit: { from: KB }|unit|each one of",
            "date, formats: '%Q'|formats|is no format", "date, formats: '%Y', min: 1|min|is no date",
            "integer, min: a|min|is no number",
            "text, pattern: '[A-Z'|pattern|is no regular expression",
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

    @Test
    void tellsAllMistakesOfAFileAtOnce() {
        refuses(CRM.replace("zone: Asia/Taipei", "zone: Mars"), "zone", "'Mars' is no time zone");
        assertThatThrownBy(() -> read(CRM.replace("zone: Asia/Taipei", "zone: Mars\ncolour: red")
                .replace("type: text", "type: txt, requird: true")))
                .hasMessageContaining("crm.yaml:2:1: zone: ")
                .hasMessageContaining("crm.yaml:3:1: colour: 'colour' is not a key here")
                .hasMessageContaining("crm.yaml:9:13: feeds.people.columns.no.type: 'txt' is not one of [text,")
                .hasMessageContaining(
                        "feeds.people.columns.no.requird: 'requird' is not a key here; did you mean 'required'?")
                .hasMessageContaining("feeds.notes.columns.no.type: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"files: {a: b}|feeds.people.files: a list is needed",
            "files: a.csv\\n    files: b.csv|feeds.people.files: this key stands here twice",
            "table: x|feeds.people.table: the source needs a 'database'",
            "files: a.csv\\n    table: x|only one of files",
            "files: a.csv\\n    format: jsonl\\n    delimiter: ';'|feeds.people.delimiter: only CSV",
            "files: a.csv\\n    quote: ','|feeds.people.quote: the quote and the delimiter must differ",
            "files: a.csv\\n    watermark: seen|feeds.people.watermark: no column 'seen'",
            "files: a.csv\\n    watermark: 'no'|feeds.people.watermark: a watermark is a date",
            "files: a.csv\\n    overlap: 2h|feeds.people.overlap: only a feed with a watermark",
            "files: a.csv\\n    arrival: { doneMarker: done }|feeds.people.arrival.doneMarker: a name such as",
            "files: 'a[.csv'|feeds.people.files: 'a[.csv' is no glob", "files: 'a{date:bad}.csv'|is no glob"})
    void tellsRulesThatAFeedCannotHave(String files, String message) {
        assertThatThrownBy(() -> read(CRM.replaceFirst("files: people[*].csv", files.replace("\\n", "\n"))))
                .isInstanceOf(InvalidDeclarationException.class).hasMessageContaining(message);
    }

    @Test
    void takesTheCurrencyOfMoneyForAValueOfTheRow() throws IOException {
        String money = CRM.replaceFirst("no: [{] type: text [}]", "no: { type: text }\n      paid: { type: money }");
        String mapped = money.replace("displayName: no", "displayName: paid_currency");

        assertThat(read(mapped).sources()).hasSize(1);
        refuses(money.replace("displayName: no", "displayName: { column: paid_currency, codes: { A: B } }"),
                "feeds.people.records[0].fields.displayName.codes", "a currency has no codes");
        refuses(mapped.replace("paid: {", "paid_currency: { type: text }\n      paid: {"),
                "feeds.people.columns.paid.type",
                "as another column is");
    }

    @Test
    void takesCodesFromAFile() throws IOException {
        String coded = CRM.replace("displayName: no", "displayName: { column: no, codesFrom: codes.csv }");
        refuses(coded, "feeds.people.records[0].fields.displayName.codesFrom", "codes.csv cannot be read");

        Files.writeString(folder.resolve("codes.csv"), "kode,meaning\nA,Ann\n");
        refuses(coded, "feeds.people.records[0].fields.displayName.codesFrom", "needs the columns");

        Files.writeString(folder.resolve("codes.csv"), "code,meaning\nA,Ann\nB,Bob\nA,Anna\n");
        refuses(coded, "feeds.people.records[0].fields.displayName.codesFrom", "codes.csv:4 has the code 'A' again");

        Files.writeString(folder.resolve("codes.csv"), "code,meaning\nA,Ann\nB,Bob\n");
        assertThat(read(coded).sources().getFirst().feeds().get("people")).satisfies(
                feed -> assertThat(feed.records().getFirst().fields().values().iterator().next().meanings())
                        .containsExactly(Map.entry("A", "Ann"), Map.entry("B", "Bob")));
    }

    @Test
    void tellsWhereAFileStopsBeingYaml() {
        assertThatThrownBy(() -> read(CRM + "  broken: [1\n")).isInstanceOf(InvalidDeclarationException.class)
                .hasMessageContaining("crm.yaml:23:1:").hasMessageContaining("this is no YAML");
    }
}
