package zhiyin.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;

/** Keeps the documents that were asked last, parsed and validated; refuses overlong ones before they are parsed. */
@Component
class RememberedDocuments implements PreparsedDocumentProvider {

    private static final int LONGEST_REMEMBERED = 20_000;
    // Every level is several calls of the parser.
    private static final int DEEPEST = 100;
    private final ApiSettings limits;
    private final Map<String, PreparsedDocumentEntry> documents;

    RememberedDocuments(ApiSettings limits) {
        this.limits = limits;
        this.documents = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, PreparsedDocumentEntry> eldest) {
                return size() > limits.rememberedDocuments();
            }
        });
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
            Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        PreparsedDocumentEntry known = documents.get(input.getQuery());
        return CompletableFuture.completedFuture(known == null ? parsed(input, parse) : known);
    }

    private PreparsedDocumentEntry parsed(ExecutionInput input,
            Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        String text = input.getQuery();
        try {
            TooComplexException.refuseMore("characters", text.length(), limits.characters());
            DocumentText.Size size = DocumentText.of(text);
            TooComplexException.refuseMore("tokens", size.tokens(), limits.tokens());
            TooComplexException.refuseMore("levels of brackets", size.nesting(), DEEPEST);
        } catch (TooComplexException refused) {
            return new PreparsedDocumentEntry(refused);
        }
        PreparsedDocumentEntry entry = parse.apply(input);
        if (!entry.hasErrors() && text.length() <= LONGEST_REMEMBERED) {
            documents.put(text, entry);
        }
        return entry;
    }
}
