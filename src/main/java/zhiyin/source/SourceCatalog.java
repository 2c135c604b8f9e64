package zhiyin.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import zhiyin.model.InvalidDeclarationException;
import zhiyin.model.RecordKind;

/** The declared sources, in the order of their files' names. */
public record SourceCatalog(List<Source> sources) {

    private static final int DEEPEST = 20;

    /**
     * Reads and checks every {@code *.yaml} below a folder.
     *
     * @param folder the {@code sources} folder
     * @param kinds  the kinds of record that feeds may fill
     * @throws InvalidDeclarationException when one of them has a mistake; all mistakes are told
     */
    public static SourceCatalog read(Path folder, List<RecordKind> kinds) {
        List<SourceFile> files = files(folder, kinds);
        List<String> mistakes = mistakes(files).stream().map(Mistake::toString).toList();
        if (files.isEmpty()) {
            mistakes = List.of("%s: no source is declared here; add one as a .yaml file".formatted(folder));
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidDeclarationException(mistakes);
        }
        return new SourceCatalog(files.stream().flatMap(file -> file.source().stream()).toList());
    }

    /** All feeds, in the order in which they are landed: those whose keys others refer to in a check come first. */
    public List<NamedFeed> inOrder() {
        return FeedOrder.of(feeds()).ordered();
    }

    private List<NamedFeed> feeds() {
        return sources.stream().flatMap(NamedFeed::of).toList();
    }

    /** Names of the kinds of record that a feed fills. */
    public List<String> kindsOf(String fullName) {
        return feeds().stream().filter(feed -> feed.fullName().equals(fullName))
                .flatMap(feed -> feed.feed().records().stream()).map(RecordMapping::kind).distinct().toList();
    }

    /**
     * The mistakes of one file, by line. Feeds and sources that it names are looked for in the files beside it, too.
     *
     * @param file  the declaration
     * @param kinds the kinds of record that feeds may fill
     */
    public static List<Mistake> check(Path file, List<RecordKind> kinds) {
        SourceFile checked = SourceFile.read(file, kinds);
        List<SourceFile> all = new ArrayList<>(List.of(checked));
        beside(file.toAbsolutePath().normalize()).map(other -> SourceFile.read(other, kinds)).forEach(all::add);
        CatalogCheck together = new CatalogCheck(all);
        together.nameOf(checked);
        together.references(checked);
        if (all.stream().allMatch(each -> each.mistakes().inOrder().isEmpty())) {
            together.circles(checked);
        }
        return checked.mistakes().inOrder();
    }

    /** The other declarations: below the folder 'sources', or in the file's own folder when it lies elsewhere. */
    private static Stream<Path> beside(Path file) {
        Path folder = file.getParent();
        while (folder != null && !folder.endsWith("sources")) {
            folder = folder.getParent();
        }
        List<Path> files = folder == null ? yamlFiles(file.resolveSibling(""), 1) : yamlFiles(folder, DEEPEST);
        return files.stream().filter(other -> !other.equals(file));
    }

    private static List<SourceFile> files(Path folder, List<RecordKind> kinds) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidDeclarationException(List.of(
                    "%s: no such folder; set zhiyin.etl to the folder that holds 'sources'".formatted(folder)));
        }
        return yamlFiles(folder, DEEPEST).stream().map(file -> SourceFile.read(file, kinds)).toList();
    }

    private static List<Mistake> mistakes(List<SourceFile> files) {
        CatalogCheck together = new CatalogCheck(files);
        files.forEach(together::nameOf);
        if (files.stream().allMatch(file -> file.mistakes().inOrder().isEmpty())) {
            files.forEach(together::references);
        }
        if (files.stream().allMatch(file -> file.mistakes().inOrder().isEmpty())) {
            files.forEach(together::circles);
        }
        return files.stream().flatMap(file -> file.mistakes().inOrder().stream()).toList();
    }

    private static List<Path> yamlFiles(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
