package zhiyin.staging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Broken files that do not belong into a repository: large ones, and bytes that are no text. */
final class BrokenFiles {

    private static final int MEGABYTES_10 = 10_000_000;
    private static final int DEEP = 100_000;

    private BrokenFiles() {}

    /** What the file of a defect is called. */
    static String nameOf(String defect) {
        return switch (defect.substring(0, defect.indexOf('-'))) {
            case "gzip" -> "people.csv.gz";
            case "json" -> "people.jsonl";
            case "parquet" -> "people.parquet";
            default -> "people.csv";
        };
    }

    /** The files, by defect. */
    static Map<String, byte[]> made() throws IOException {
        Map<String, byte[]> files = new HashMap<>(encodings());
        byte[] packed = packed("no,name\n" + "1,Zhuge\n".repeat(10_000));
        byte[] miscounted = packed.clone();
        miscounted[packed.length - 8] ^= 1;
        files.put("gzip-truncated", Arrays.copyOf(packed, packed.length / 2));
        files.put("gzip-wrong-checksum", miscounted);
        files.put("csv-field-of-10-megabytes",
                utf8("no,name\n1,Zhuge\n2," + "x".repeat(MEGABYTES_10) + "\n3,Zhuge\n"));
        files.put("json-nested-too-deep", utf8("{\"no\":\"1\",\"name\":" + "[".repeat(DEEP) + "]".repeat(DEEP)
                + "}\n{\"no\":\"2\"}\n"));
        files.put("parquet-with-wrong-magic", utf8("PAR0 these are no columns PAR0"));
        files.put("parquet-with-broken-footer",
                joined(utf8("PAR1"), new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 8, 0, 0, 0}, utf8("PAR1")));
        return files;
    }

    private static Map<String, byte[]> encodings() {
        return Map.of(
                "encoding-mixed",
                joined(utf8("no,name\n1,諸葛\n"), in("GBK", "2,诸葛\n"), in("Big5", "3,諸葛\n"), utf8("4,Zhuge\n")),
                "encoding-gbk-read-as-big5",
                joined(in("Big5", "no,name\n1,諸葛\n"), in("GBK", "2,囧囧\n"),
                        new byte[]{'3', ',', (byte) 0x81, (byte) 0xFF, '\n'}),
                "encoding-utf16-without-mark", in("UTF-16LE", "no,name\n1,Zhuge\n"),
                "bytes-nul", utf8("no,name\n1,Zhuge\n2,Zhu\0ge\n3,Zhuge\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] in(String encoding, String text) {
        return text.getBytes(Charset.forName(encoding));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
