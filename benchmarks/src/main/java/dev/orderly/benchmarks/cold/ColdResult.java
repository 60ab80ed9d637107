package dev.orderly.benchmarks.cold;

/**
 * What one program took from its start to its first decision: medians, in milliseconds.
 *
 * @param archived whether its classes came from an archive that an earlier run had made (AppCDS)
 * @param total from the start of the process to the decision on its output
 * @param least the least total of all starts, which is nearer to the truth where others use the machine
 * @param machine of the total, until {@code main} is reached
 * @param definition until the definition is there: read and checked if it is a file
 * @param compilation until the definition is checked, once more if it is a file, and compiled
 * @param decision until the decision
 * @param output until it is read
 * @param classes how many classes were loaded
 * @param parsed how many of them came from a jar, not from an archive
 * @param timesTable how many times the table's total it took, as it was started in the same way in the same run
 */
public record ColdResult(
        Program program,
        boolean archived,
        double total,
        double least,
        double machine,
        double definition,
        double compilation,
        double decision,
        double output,
        long classes,
        long parsed,
        double timesTable) {}
