package zhiyin.sample;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** {@code etl/sample/operator.yaml}, key by key; the file explains each of them. */
record OperatorSettings(int blockSize, Months months, List<Region> regions, People people, Presence presence,
        Lifecycle lifecycle, Map<String, Dirt> dirt, Map<Notation, Double> phoneNotations, Holdings holdings,
        Experience experience, Contacts contacts, Surveys surveys, Faults faults) {

    Dirt dirtOf(String system) {
        @Nullable
        Dirt found = dirt.get(system);
        if (found == null) {
            throw new IllegalArgumentException(
                    "operator.yaml says nothing under dirt about %s: add it".formatted(system));
        }
        return found;
    }

    record Months(int bills, int usage, int contacts) {}

    record People(double organisations, double female, Map<Integer, Double> ages, double commonGiven,
            double fashionableLetter,
            Map<String, Double> oneCharacterGiven, Map<Integer, Double> householdOf, double sharesFamilyName,
            double sharedMobile, double sharedEmail, double landline, double email, double movedBeforeBilling,
            double otherMobile, double otherEmail) {}

    record Presence(double crm, double crmDuplicate, double billing, double secondAccount, double profile,
            double carriesCustomerNo, double carriesAccountNo, double prepaid, double recycled) {}

    record Lifecycle(double suspended, double churned, double churnedWhenBad, double statusForgotten,
            Map<String, Double> tiers, double tenureYears, double updatedDays) {}

    record Dirt(double missingId, double missingBirth, double missingMobile, double missingEmail, double missingAddress,
            double missingGender, double missingCountry, double dummyPhone, double dummyBirth, double dummyEmail,
            double typo, double romanised, double otherScript, double westernAddress, double plusTag,
            double upperCase) {}

    record Holdings(double broadbandOnly, Map<Integer, Double> extras, Map<String, Double> extraKinds,
            double extraEnded, double late, double collection, double held, double notPaidYet, double forgotten,
            double partlyPaid, double overage, double overageCharge,
            double roaming, double dataShare) {}

    record Experience(double bad, double badAreaMonth, Quality good, Quality poor, double fourthGeneration) {}

    record Quality(double drops, double throughput, double latency, double outages) {}

    record Contacts(double complaints, double visits, double calls, double events, double tail, double ownTail,
            int atMost, double badComplaints, double badCalls, double badCause, double complaintText,
            double complaintOpen, double complaintCauseKnown, double complaintDays,
            Map<String, Double> complaintChannels, AboutCause aboutCause, double complains, double repeated,
            double outbound, double noted, double queueSeconds, double talkTail, double held, double holdSeconds,
            double afterCallSeconds, double appShare, int agents) {}

    record AboutCause(double good, double bad) {}

    record Surveys(double afterCall, double relationship, double comment, double commentOnly) {}

    record Faults(double share, Map<Fault, Double> kinds, double unknownCaller) {}
}
