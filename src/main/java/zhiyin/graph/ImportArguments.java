package zhiyin.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import zhiyin.model.GraphFile;

/** What {@code neo4j-admin database import full} is told, as a file of arguments that lies beside the files that it names. */
public final class ImportArguments {

    /** The name of that file. */
    public static final String FILE = "arguments";

    private static final long BUFFER = 4L << 20;

    private ImportArguments() {}

    /** The arguments, one a line, for a database that is replaced by what the files say. */
    public static String of(String database, List<GraphFile> files) {
        List<String> arguments = new ArrayList<>();
        arguments.add(database);
        arguments.add("--overwrite-destination=true");
        arguments.add("--path-pattern-style=none");
        arguments.add("--read-buffer-size=" + buffer(files));
        arguments.addAll(lineBreaks(files));
        files.forEach(file -> arguments.add("--%s=%s=%s".formatted(file.isOfNodes() ? "nodes" : "relationships",
                file.type(), file.name())));
        return arguments.stream().map(argument -> argument + "\n").collect(joining());
    }

    /** A value must fit whole. */
    private static long buffer(List<GraphFile> files) {
        return Stream.concat(Stream.of(BUFFER), files.stream().map(file -> 2 * file.longest())).max(Long::compare)
                .orElse(BUFFER);
    }

    /** Files of which the importer knows that every line is a row are read in parts at the same time. */
    private static List<String> lineBreaks(List<GraphFile> files) {
        String broken = files.stream().filter(GraphFile::hasLineBreaks).map(GraphFile::name).collect(joining(","));
        return broken.isEmpty()
                ? List.of("--multiline-fields=false")
                : List.of("--multiline-fields-format=v2", "--multiline-fields=" + broken);
    }
}
