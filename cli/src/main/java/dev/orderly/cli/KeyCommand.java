package dev.orderly.cli;

import dev.orderly.http.access.ApiKey;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Workflow;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that makes a key for a client of the API. */
@Command(
        name = "key",
        description =
                "Makes a key for the API. The line for the keys file, which has only a hash of it, goes to standard"
                        + " output; the key itself is shown once, on standard error.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  orderly key staff warehouse >> keys.txt             a member of the staff, called warehouse in the history",
            "  orderly key customer anna@example.com >> keys.txt   a customer, who sees the orders of this address",
            "  orderly key metrics >> keys.txt                     a program that reads the figures at /metrics",
            "  orderly serve --keys keys.txt                       use them",
            "",
            "Exit codes: 0 made; 2 wrong usage.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class KeyCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "ROLE",
            description = "The role in which requests are made: staff, seller, carrier, whatever the workflows have.")
    private String role;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "WHO",
            description = "The id of the key's user in the history; for a customer, the e-mail address.")
    private @Nullable String who;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ApiKey.Created created;
        String line;
        try {
            created = create();
            line = created.key().line();
        } catch (IllegalArgumentException e) {
            throw new UserMistakeException(UserMistakeException.UNUSABLE, String.valueOf(e.getMessage()));
        }
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().println("The key, which is not shown again: " + created.secret());
        return 0;
    }

    private ApiKey.Created create() {
        if (!role.equals(Workflow.CUSTOMER)) {
            return ApiKey.create(new Actor(role, who));
        }
        if (who == null || who.indexOf('@') < 0) {
            throw new IllegalArgumentException("a customer's key needs the e-mail address whose orders it shows:"
                    + " orderly key customer anna@example.com");
        }
        return ApiKey.createForCustomer(who);
    }
}
