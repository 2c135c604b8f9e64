package zhiyin.reject;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import de.siegmar.fastcsv.writer.CsvWriter;

import zhiyin.staging.RejectReason;

/** The rejects of a load as a file for spreadsheets. */
@Controller
@PreAuthorize("hasRole('ENGINEER')")
class RejectDownload {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final RejectReader rejects;
    private final Disclosure disclosure;

    RejectDownload(RejectReader rejects, Disclosure disclosure) {
        this.rejects = rejects;
        this.disclosure = disclosure;
    }

    @GetMapping("/loads/{number:[0-9]{1,9}}/rejects.csv")
    void rejects(@PathVariable long number, @RequestParam @Nullable String feed,
            @RequestParam @Nullable RejectReason reason, @RequestParam @Nullable RejectStatus status,
            HttpServletResponse response) throws IOException {
        RejectFilter filter = new RejectFilter(feed, reason, status);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"rejects-%d.csv\"".formatted(number));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Writer text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            RejectsCsv written = new RejectsCsv(csv, disclosure, rejects.feeds(number, filter));
            rejects.each(number, filter, written::add);
            written.end();
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }
}
