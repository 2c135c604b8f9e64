package zhiyin.search;

/** Documents could not be indexed, and trying again does not help. */
class NotIndexedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotIndexedException(int refused, int sent, String first) {
        super("The search server refused %d of %d documents, the first with %s; see its log, correct it and load again"
                .formatted(refused, sent, first));
    }
}
