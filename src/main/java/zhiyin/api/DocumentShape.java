package zhiyin.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.SelectionSet;

/** What can be counted in a document without knowing the schema. */
final class DocumentShape {

    private int aliases;
    private int directives;
    private int directivesOfOne;
    private int copies;

    private DocumentShape() {}

    static DocumentShape of(Document document) {
        DocumentShape shape = new DocumentShape();
        shape.count(document);
        return shape;
    }

    void refuseMoreThan(ApiSettings limits) {
        TooComplexException.refuseMore("aliases", aliases, limits.aliases());
        TooComplexException.refuseMore("directives", directives, limits.directives());
        TooComplexException.refuseMore("directives at one place", directivesOfOne, limits.directivesOfOne());
        TooComplexException.refuseMore("copies of one field", copies, limits.copies());
    }

    private void count(Node<?> node) {
        if (node instanceof Field field && field.getAlias() != null) {
            aliases++;
        }
        if (node instanceof DirectivesContainer<?> place) {
            List<Directive> here = place.getDirectives();
            directives += here.size();
            directivesOfOne = Math.max(directivesOfOne, here.size());
        }
        if (node instanceof SelectionSet selections) {
            countCopies(selections);
        }
        node.getChildren().forEach(this::count);
    }

    private void countCopies(SelectionSet selections) {
        Map<String, Integer> times = new HashMap<>();
        for (Field field : selections.getSelectionsOfType(Field.class)) {
            copies = Math.max(copies, times.merge(field.getName(), 1, Integer::sum));
        }
    }
}
