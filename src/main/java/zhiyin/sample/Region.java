package zhiyin.sample;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A country that customers live in, as {@code operator.yaml} declares it. */
record Region(String country, double share, Script script, Romanised romanised, Map<String, Double> languages,
        String currency, double perTwd, String callingCode, String trunk, List<String> mobilePrefixes, int mobileDigits,
        List<Integer> groups, int landlineDigits, Map<String, Double> mailDomains, @Nullable String fakerLocale) {

    /** How names are written at home. */
    enum Script {
        HANT, HANS, LATIN
    }

    /** How Chinese names are spelt in Latin letters. */
    enum Romanised {
        WADE, CANTONESE, PINYIN
    }

    /** The script of what the operator's systems write about customers here; LATIN stands for English. */
    Script served() {
        return isChinese() ? script : Script.LATIN;
    }

    boolean isChinese() {
        return fakerLocale == null;
    }
}
