package zhiyin.console;

import java.io.IOException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Answers the console's own addresses with its one page; a file that is missing stays missing. */
class PageResolver extends PathResourceResolver {

    // Not simply "has a dot": ids of customers may have dots too.
    private static final Pattern FILE = Pattern.compile(".*\\.(js|css|map|png|svg|ico|json|txt|ttf|woff2|gz)");

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        Resource found = super.getResource(path, location);
        return found != null || FILE.matcher(path).matches() ? found : super.getResource("index.html", location);
    }
}
