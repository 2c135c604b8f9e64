package zhiyin.tag;

import java.util.List;

/** Files of {@code etl/tags} cannot be used; says every mistake found, one a line, with file, line, key and rule. */
public class InvalidTagsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidTagsException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
    }
}
