package zhiyin.command;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** Where something came from, for people: a line for each row, what lost further in. */
class LineageText {

    private final List<String> lines = new ArrayList<>();

    LineageText(JsonNode lineage) {
        lines.add(lineage.path("type").asString() + " " + lineage.path("key").asString());
        if (lineage.path("origin").isObject()) {
            lines.add("  came from  " + row(lineage.path("origin")));
        } else if (lineage.path("sourceRecords").isEmpty()) {
            lines.add("  came from a row that the hub did not keep");
        }
        tellEnd(lineage);
        lineage.path("provenance").forEach(this::tellAttribute);
        lineage.path("sourceRecords").forEach(this::tellRecord);
    }

    private void tellEnd(JsonNode closed) {
        if (closed.path("closedBy").isObject()) {
            lines.add("  closed by  " + row(closed.path("closedBy")));
        }
    }

    private void tellAttribute(JsonNode attribute) {
        lines.add("  %-14s %-12s %s".formatted(attribute.path("attribute").asString(),
                attribute.path("reason").asString(), record(attribute.path("sourceRecord"))).stripTrailing());
        attribute.path("others").forEach(other -> lines.add("    %-12s %-12s %s".formatted("not",
                other.path("reason").asString(), record(other.path("sourceRecord")))));
    }

    private void tellRecord(JsonNode record) {
        lines.add("  record  %s%s".formatted(record(record),
                record.path("rule").isString() ? ", joined by " + record.path("rule").asString() : ""));
        tellEnd(record);
    }

    private static String record(JsonNode record) {
        return record.isObject()
                ? "%s.%s %s  %s".formatted(record.path("source").asString(), record.path("feed").asString(),
                        record.path("key").asString(), row(record.path("origin")))
                : "";
    }

    private static String row(JsonNode origin) {
        if (!origin.isObject()) {
            return "row not kept";
        }
        String place = origin.path("file").isString()
                ? "%s line %d".formatted(origin.path("file").asString(), origin.path("line").asLong())
                : "snapshot of %s.%s".formatted(origin.path("source").asString(), origin.path("feed").asString());
        return "%s, load %d at %s%s".formatted(place, origin.path("loadNumber").asInt(),
                origin.path("loadedAt").asString(),
                origin.path("load").isObject() ? " " + origin.path("load").path("status").asString() : "");
    }

    @Override
    public String toString() {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
