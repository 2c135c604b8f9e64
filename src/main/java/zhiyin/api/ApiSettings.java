package zhiyin.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one request may ask for. Whatever asks for more is refused before a store is touched.
 *
 * @param characters         length of the document
 * @param tokens             words and signs in the document
 * @param aliases            aliases in the document
 * @param directives         directives in the document
 * @param directivesOfOne    directives at one place
 * @param copies             times that one selection set may select the same field, under whatever aliases
 * @param depth              levels of fields, fragments laid out
 * @param complexity         fields that the answer may have: those within a connection count once for each item of the page,
 *                           those within another list {@value QueryCost#USUAL_LIST} times
 * @param rememberedDocuments parsed documents that are kept for the next request
 * @param subscriptions      subscriptions that are open on this node at once
 * @param subscriptionsOfOne those of one account
 */
@ConfigurationProperties(prefix = "zhiyin.api", ignoreUnknownFields = false)
record ApiSettings(@DefaultValue("100000") int characters, @DefaultValue("4000") int tokens,
        @DefaultValue("30") int aliases, @DefaultValue("50") int directives, @DefaultValue("5") int directivesOfOne,
        @DefaultValue("30") int copies, @DefaultValue("16") int depth, @DefaultValue("25000") int complexity,
        @DefaultValue("500") int rememberedDocuments, @DefaultValue("200") int subscriptions,
        @DefaultValue("20") int subscriptionsOfOne) {}
