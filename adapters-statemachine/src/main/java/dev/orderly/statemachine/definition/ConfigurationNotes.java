package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.statemachine.config.model.ConfigurationData;
import org.springframework.statemachine.security.SecurityRule;

/** Names what is configured beside states and transitions, which no workflow has. */
final class ConfigurationNotes {

    private static final String PLACE = "configuration";

    private ConfigurationNotes() {}

    static List<ImportNote> of(ConfigurationData<?, ?> configuration) {
        List<ImportNote> notes = new ArrayList<>();
        count(notes, MachineModel.size(configuration.getStateMachineListeners()), "listener");
        count(notes, MachineModel.size(configuration.getStateMachineInterceptors()), "interceptor");
        count(notes, configuration.getStateMachineMonitor() == null ? 0 : 1, "monitor");
        if (configuration.getStateMachineEnsemble() != null) {
            notes.add(new ImportNote(
                    Kind.CONFIGURATION,
                    PLACE,
                    "an ensemble shares one machine among nodes; a workflow has none",
                    "let the nodes share an order store"));
        }
        security(notes, configuration.getEventSecurityRule(), "every event");
        security(notes, configuration.getTransitionSecurityRule(), "every transition");
        return notes;
    }

    private static void count(List<ImportNote> notes, int number, String what) {
        if (number > 0) {
            notes.add(new ImportNote(
                    Kind.CONFIGURATION,
                    PLACE,
                    number + " " + what + (number == 1 ? "" : "s") + " of the machine "
                            + (number == 1 ? "hears" : "hear") + " nothing of orders",
                    "give OrdersBuilder.listener(…) what should hear of every change"));
        }
    }

    @SuppressWarnings("NullAway") // The library may answer null, and says so nowhere.
    private static void security(List<ImportNote> notes, SecurityRule rule, String what) {
        if (rule != null) {
            notes.add(UnsupportedFeatures.security(PLACE, what, rule));
        }
    }
}
