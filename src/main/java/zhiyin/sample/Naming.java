package zhiyin.sample;

import org.jspecify.annotations.Nullable;

/** Names of whatever kind. */
final class Naming {

    /** What the members of a family share: one of the two. */
    record FamilyName(ChineseNames.@Nullable Family chinese, String foreign) {}

    private final ChineseNames chinese;
    private final ForeignNames foreign;
    private final CompanyNames companies;

    Naming(WordFiles files, OperatorSettings settings) {
        chinese = new ChineseNames(files, settings.people());
        foreign = new ForeignNames(settings.regions());
        companies = new CompanyNames(files);
    }

    FamilyName family(Dice dice, Region region) {
        return region.isChinese()
                ? new FamilyName(chinese.family(dice, region), "")
                : new FamilyName(null, foreign.family(dice, region));
    }

    Name person(Dice dice, Region region, FamilyName family, boolean female, int birthYear) {
        ChineseNames.Family shared = family.chinese();
        return shared == null
                ? foreign.person(dice, region, family.foreign(), female)
                : chinese.person(dice, region, shared, female, birthYear);
    }

    Name company(Dice dice, Region region) {
        return companies.company(dice, region);
    }
}
