package zhiyin.relay;

/** A client asked for a page that cannot be: told as BAD_USER_INPUT with the argument's name. */
public class InvalidPageException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String argument;

    /** Refuses an argument, with what is wrong about it. */
    public InvalidPageException(String argument, String message) {
        super("%s: %s".formatted(argument, message));
        this.argument = argument;
    }

    /** Name of the argument at fault. */
    public String argument() {
        return argument;
    }
}
