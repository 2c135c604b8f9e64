package zhiyin.source;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import com.ibm.icu.text.CharsetDetector;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the first rows of a file and finds out how it is written. */
class SampleReader {

    private static final int HEAD = 1 << 23;
    private static final int DETECTED = 1 << 16;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private final int rows;

    SampleReader(int rows) {
        this.rows = rows;
    }

    Sample read(Path file) throws IOException {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        if (name.endsWith(".parquet")) {
            return new ParquetSample(rows).read(file);
        }
        byte[] head = head(file, name.endsWith(".gz"));
        if (head.length == 0) {
            throw new IOException("the file is empty: a sample with a header and some rows is needed");
        }
        Map<String, String> layout = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        Charset charset = charset(head, layout, notes);
        String text = new String(head, charset).replaceFirst("^\uFEFF", "");
        boolean whole = head.length < HEAD;
        return text.stripLeading().startsWith("{")
                ? json(text, whole, layout, notes)
                : csv(whole ? text : text.substring(0, text.lastIndexOf('\n') + 1), layout, notes);
    }

    private static byte[] head(Path file, boolean packed) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = packed ? new GZIPInputStream(bytes) : bytes) {
            return plain.readNBytes(HEAD);
        } catch (EOFException cut) {
            throw new IOException("the file is cut off: " + cut.getMessage(), cut);
        }
    }

    private static Charset charset(byte[] head, Map<String, String> layout, List<String> notes) {
        int length = Math.min(head.length, DETECTED);
        boolean utf16 = length > 1 && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
        if (utf16) {
            layout.put("encoding", "UTF-16");
            return StandardCharsets.UTF_16;
        }
        if (!new String(head, StandardCharsets.UTF_8).contains("\uFFFD")) {
            return StandardCharsets.UTF_8;
        }
        String found = new CharsetDetector().setText(java.util.Arrays.copyOf(head, length)).detect().getName();
        String known = Charset.isSupported(found) ? found : "ISO-8859-1";
        if (known.equals("UTF-8")) {
            return StandardCharsets.UTF_8; // the sample ends, or some of its bytes are, in the middle of a character
        }
        layout.put("encoding", known);
        notes.add("The encoding is a guess: look whether names are shown as they should be.");
        return Charset.forName(known);
    }

    private Sample csv(String text, Map<String, String> layout, List<String> notes) throws IOException {
        String separator = text.startsWith("sep=") ? text.substring(4, 5) : "";
        String body = separator.isEmpty() ? text : text.substring(text.indexOf('\n') + 1);
        char delimiter = separator.isEmpty() ? delimiter(body.lines().findFirst().orElse("")) : separator.charAt(0);
        if (delimiter != ',') {
            layout.put("delimiter", delimiter == '\t' ? "\"\\t\"" : "\"" + delimiter + "\"");
        }
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(delimiter)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(body)) {
            take(csv, columns);
        } catch (CsvParseException unclosed) {
            notes.add("A quote is opened and not closed: only the rows before it were looked at.");
        }
        return new Sample(layout, columns, notes);
    }

    private void take(CsvReader<CsvRecord> csv, Map<String, List<String>> columns) {
        List<String> header = List.of();
        int taken = 0;
        for (CsvRecord row : csv) {
            if (header.isEmpty()) {
                header = row.getFields().stream().map(String::strip).toList();
                header.stream().filter(name -> !name.isEmpty())
                        .forEach(name -> columns.putIfAbsent(name, new ArrayList<>()));
            } else if (row.getFieldCount() >= header.size() && taken < rows) {
                take(header, row, columns);
                taken++;
            }
        }
    }

    private static void take(List<String> header, CsvRecord row, Map<String, List<String>> columns) {
        for (Map.Entry<String, List<String>> column : columns.entrySet()) {
            String value = row.getField(header.indexOf(column.getKey())).strip();
            column.getValue().add(value.matches("=\".*\"") ? value.substring(2, value.length() - 1) : value);
        }
    }

    private static char delimiter(String header) {
        return DELIMITERS.stream().max(Comparator.comparingLong(
                each -> header.chars().filter(character -> character == each).count())).orElse(',');
    }

    private Sample json(String text, boolean whole, Map<String, String> layout, List<String> notes)
            throws IOException {
        layout.put("format", "jsonl");
        Map<String, List<String>> columns = new LinkedHashMap<>();
        int[] count = {0};
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))) {
            List<String> all = lines.lines().filter(line -> !line.isBlank()).toList();
            for (String line : whole ? all : all.subList(0, all.size() - 1)) {
                if (count[0] < rows && takeObject(line, columns, count[0])) {
                    count[0]++;
                }
            }
        }
        columns.values().forEach(values -> fill(values, count[0]));
        return new Sample(layout, columns, notes);
    }

    private static boolean takeObject(String line, Map<String, List<String>> columns, int number) {
        try {
            JsonNode object = JsonMapper.shared().readTree(line);
            takeFields("", object, columns, number);
            return object.isObject();
        } catch (JacksonException noObject) {
            return false; // the load refuses such a line, and the draft is made of the others
        }
    }

    private static void takeFields(String parent, JsonNode object, Map<String, List<String>> columns, int number) {
        object.properties().forEach(field -> {
            String name = parent + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject()) {
                takeFields(name + ".", value, columns, number);
            } else {
                List<String> values = columns.computeIfAbsent(name, key -> new ArrayList<>());
                fill(values, number);
                values.add(value.isNull() ? "" : value.isArray() ? value.toString() : value.asString());
            }
        });
    }

    private static void fill(List<String> values, int length) {
        while (values.size() < length) {
            values.add("");
        }
    }
}
