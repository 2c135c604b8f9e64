package zhiyin.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Generates a telecom operator as four systems would extract it, dirt and all, with a truth file beside it. The same
 * request gives the same bytes. Customers are made block by block and forgotten, so memory does not grow with them.
 */
public final class SampleOperator {

    /** Everything of one run that writes; the order of its parts is the order in which a customer is written. */
    private record Desk(CrmExtract crm, BillingExtract billing, NetworkExtract network, ProfileExtract profiles,
            CallExtract calls, SurveyExtract surveys, VisitExtract visits) {

        static Desk of(Run run) {
            Causes causes = new Causes(run.operator());
            SurveyExtract surveys = new SurveyExtract(run);
            return new Desk(new CrmExtract(run, causes), new BillingExtract(run), new NetworkExtract(run),
                    new ProfileExtract(run), new CallExtract(run, causes, surveys), surveys, new VisitExtract(run));
        }

        void write(Person person, Holdings holdings) {
            List<String> numbers = crm.customerNumbers(person);
            crm.write(person, holdings);
            billing.write(person, holdings, numbers);
            network.write(person, holdings);
            profiles.write(person);
            calls.write(person, holdings);
            surveys.write(person, holdings);
            visits.write(person, numbers);
        }
    }

    private final Operator operator;

    /**
     * Reads the operator's description.
     *
     * @param etlFolder the folder that holds {@code sample/operator.yaml} and its word lists
     * @throws IllegalArgumentException when a file is missing or says something that cannot be used
     */
    public SampleOperator(Path etlFolder) {
        operator = Operator.read(etlFolder.resolve("sample"));
    }

    /** As {@link #generate(SampleRequest, LongConsumer)}, without progress. */
    public SampleSummary generate(SampleRequest request) {
        return generate(request, done -> {});
    }

    /**
     * Writes the extracts. Files have temporary names until all are whole; {@code truth.csv} appears last, so its
     * presence says that the folder is complete.
     *
     * @param progress is told now and then how many customers are done
     * @throws IllegalArgumentException when the folder holds extracts that do not belong to this run
     * @throws UncheckedIOException when a file cannot be written
     */
    public SampleSummary generate(SampleRequest request, LongConsumer progress) {
        Calendar calendar = new Calendar(request.until(), operator.settings().months());
        Breakage breakage = new Breakage(operator.settings().faults(), request.seed());
        try (Extracts extracts = new Extracts(request.out(), calendar, breakage)) {
            Run run = new Run(operator, new Keys(request.seed()), calendar, request.seed(), extracts);
            writeAll(run, breakage, request.customers(), progress);
            return extracts.publish(request.customers());
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot close the files in %s: is the disk full?".formatted(request.out()),
                    fault);
        }
    }

    private static void writeAll(Run run, Breakage breakage, int customers, LongConsumer progress) {
        Desk desk = Desk.of(run);
        desk.billing.writeCatalogue();
        desk.network.writeAreas();
        People people = new People(run.operator(), run.keys(), run.calendar(), run.seed());
        HoldingsMaker maker = new HoldingsMaker(run.operator(), run.keys(), run.calendar(), run.seed());
        int blockSize = run.settings().blockSize();
        for (int first = 0; first < customers; first += blockSize) {
            Holdings.@Nullable Line ended = null;
            // The whole block is made even where the last one is cut, so that nobody in it depends on how many were asked.
            for (Person person : people.block(first, blockSize)) {
                if (person.index() < customers) {
                    breakage.turnTo(person.index());
                    Holdings holdings = maker.of(person, ended);
                    desk.write(reachable(person, holdings, ended), holdings);
                    ended = lastEnded(person, holdings, ended);
                }
            }
            progress.accept(Math.min(first + blockSize, customers));
        }
    }

    /** Who got a used number says that one when asked. */
    private static Person reachable(Person person, Holdings holdings, Holdings.@Nullable Line ended) {
        boolean recycled = ended != null && !holdings.lines().isEmpty()
                && holdings.lines().getFirst().number().equals(ended.number());
        return recycled ? person.reachedAt(holdings.lines().getFirst().number()) : person;
    }

    private static Holdings.@Nullable Line lastEnded(Person person, Holdings holdings, Holdings.@Nullable Line before) {
        if (person.hasLeft() && !holdings.lines().isEmpty()) {
            return holdings.lines().getFirst();
        }
        boolean used = before != null && !holdings.lines().isEmpty()
                && holdings.lines().getFirst().number().equals(before.number());
        return used ? null : before;
    }
}
