package dev.orderly.jdbc.failure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that do the same at the same time, each by way of an address of its own of the same database. */
final class NodeProcesses {

    private static final int MINUTES = 30;

    private NodeProcesses() {}

    /**
     * Starts a process for each address, and waits until all have ended. Their arguments are the address, the log of what is
     * acknowledged, a name, and some more.
     *
     * @return what each of them logged
     */
    static List<List<Acknowledged>> run(Class<?> main, List<String> urls, Path folder, Object... more)
            throws Exception {
        List<String> names = new ArrayList<>();
        List<ChildJvm> processes = new ArrayList<>();
        try {
            for (String url : urls) {
                String name = String.valueOf((char) ('a' + names.size()));
                names.add(name);
                List<String> arguments =
                        new ArrayList<>(List.of(url, folder.resolve(name).toString(), name));
                for (Object argument : more) {
                    arguments.add(argument.toString());
                }
                processes.add(new ChildJvm(main, arguments.toArray(new String[0])));
            }
            StartSignal.give(folder, processes, names);
            for (ChildJvm process : processes) {
                process.await(MINUTES);
            }
        } finally {
            for (ChildJvm process : processes) {
                process.close();
            }
        }
        List<List<Acknowledged>> logged = new ArrayList<>();
        for (String name : names) {
            logged.add(Acknowledged.read(folder.resolve(name)));
        }
        return logged;
    }
}
