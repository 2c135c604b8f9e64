package zhiyin.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Code lists that lie in files of their own, since they are long or shared: CSV with the columns {@code code} and {@code meaning}. */
class CodeFiles {

    private static final String CODE = "code";
    private static final String MEANING = "meaning";

    private final Path folder;
    private final Mistakes mistakes;

    /**
     * Code files.
     *
     * @param declaration file that names them
     * @param mistakes    takes what is wrong with them
     */
    CodeFiles(Path declaration, Mistakes mistakes) {
        this.folder = folderOf(declaration.toAbsolutePath().normalize());
        this.mistakes = mistakes;
    }

    /** The folder that holds 'sources', or that of the declaration when it lies elsewhere. */
    private static Path folderOf(Path declaration) {
        Path above = declaration.getParent();
        while (above != null && !above.endsWith("sources")) {
            above = above.getParent();
        }
        return above == null ? declaration.resolveSibling("") : above.resolveSibling("");
    }

    /** Puts the lists in their places. */
    void fillIn(Source source) {
        if (source.feeds() == null) {
            return;
        }
        source.feeds().forEach((name, feed) -> {
            if (feed != null && feed.records() != null) {
                fillIn("feeds." + name, feed);
            }
        });
    }

    private void fillIn(String place, Feed feed) {
        for (int i = 0; i < feed.records().size(); i++) {
            RecordMapping mapping = feed.records().get(i);
            String fields = "%s.records[%d].fields.".formatted(place, i);
            if (mapping != null && mapping.fields() != null) {
                mapping.fields().replaceAll((field, from) -> from == null || from.codesFrom() == null
                        ? from
                        : from.withCodes(codes(fields + field + ".codesFrom", from.codesFrom(),
                                from.codes() != null)));
            }
        }
    }

    private Map<String, String> codes(String place, String file, boolean declared) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (declared) {
            mistakes.add(place, "only one of codes and codesFrom may be given");
            return codes;
        }
        Path path = folder.resolve(file).normalize();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(path)) {
            for (NamedCsvRecord row : rows) {
                if (codes.put(row.getField(CODE).strip(), row.getField(MEANING).strip()) != null) {
                    mistakes.add(place, "%s:%d has the code '%s' again".formatted(path, row.getStartingLineNumber(),
                            row.getField(CODE)));
                }
            }
        } catch (IOException | CsvParseException unreadable) {
            mistakes.add(place,
                    "the file %s cannot be read: %s".formatted(path, unreadable.getClass().getSimpleName()));
        } catch (java.util.NoSuchElementException otherColumns) {
            mistakes.add(place, "the file %s needs the columns 'code' and 'meaning'".formatted(path));
        }
        return codes;
    }
}
