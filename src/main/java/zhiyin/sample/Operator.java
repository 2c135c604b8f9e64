package zhiyin.sample;

import java.nio.file.Path;
import java.util.List;

/** Everything that {@code etl/sample} says, read once. */
record Operator(OperatorSettings settings, Naming naming, Atlas atlas, Catalogue catalogue, ContactWords words,
        List<ContactWords.Cause> causes, Terms terms, Typos typos) {

    static Operator read(Path folder) {
        WordFiles files = new WordFiles(folder);
        OperatorSettings settings = files.yaml("operator.yaml", OperatorSettings.class);
        ContactWords words = files.yaml("contacts.yaml", ContactWords.class);
        List<ContactWords.Cause> causes = List.of(files.yaml("causes.yaml", ContactWords.Cause[].class));
        Terms terms = files.yaml("terms.yaml", Terms.class).requireAllOf(words, causes);
        return new Operator(settings, new Naming(files, settings), new Atlas(files, settings.regions()),
                new Catalogue(files), words, causes, terms, new Typos(files));
    }
}
