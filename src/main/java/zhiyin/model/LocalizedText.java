package zhiyin.model;

/**
 * A text in the languages of the hub's readers.
 *
 * @param zhHant in Traditional Chinese
 * @param zhHans in Simplified Chinese
 * @param en     in English
 */
public record LocalizedText(String zhHant, String zhHans, String en) {}
