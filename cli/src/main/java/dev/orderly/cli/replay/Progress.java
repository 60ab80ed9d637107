package dev.orderly.cli.replay;

/** A listener for the progress of a replay. It is called for every row, so it must be quick. */
public interface Progress {

    /** A progress that ignores every call. */
    Progress NONE = new Progress() {
        @Override
        public void read(long rows, long bytes) {}

        @Override
        public void decided(long rows) {}

        @Override
        public void written(long rows) {}
    };

    /**
     * So much of the log has been read.
     *
     * @param rows how many rows
     * @param bytes how many bytes of the file
     */
    void read(long rows, long bytes);

    /** So many rows have been decided. */
    void decided(long rows);

    /** So many rows of the result have been written. */
    void written(long rows);
}
