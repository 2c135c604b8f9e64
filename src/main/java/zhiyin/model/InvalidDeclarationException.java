package zhiyin.model;

import java.util.List;

/** A declaration that cannot be used; says every mistake found, one a line, with file and place. */
public class InvalidDeclarationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A declaration with these mistakes. */
    public InvalidDeclarationException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
    }
}
