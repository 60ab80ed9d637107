package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.diagram.DiagramFormat;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.workflow.Workflow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The workflows that orders follow. */
@Path(JsonApi.ROOT)
@Authenticated
@Singleton
public final class WorkflowsApi {

    private final Orders orders;
    private final Clock clock;

    @Inject
    WorkflowsApi(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** List workflows. The answer has the workflows of new orders: the default one, and the others by name. */
    @GET
    @Path("workflows")
    @Produces({MediaType.APPLICATION_JSON, Responses.PROBLEM})
    @SuccessResponse(value = WorkflowBody.class, list = true)
    public Response listWorkflows(@Context ContainerRequestContext context) {
        return Responses.of(
                orders.workflows().stream()
                        .map(workflow -> new WorkflowBody(workflow.name(), workflow.version(), workflow.languages()))
                        .toList(),
                context.getRequest());
    }

    /** Get a workflow. The answer is in the format of workflow files; without a version, it is the latest one. */
    @GET
    @Path("workflows/{name}")
    @Produces({MediaType.APPLICATION_JSON, Responses.PROBLEM})
    @SuccessResponse(Map.class)
    public Response getWorkflow(
            @PathParam("name") String name,
            @QueryParam("version") @Nullable String version,
            @Context ContainerRequestContext context) {
        return Responses.text(
                        WorkflowFiles.toJson(find(name, version)),
                        MediaType.APPLICATION_JSON_TYPE,
                        context.getRequest())
                .build();
    }

    /**
     * Get a diagram of a workflow. The answer is the text of a {@code mermaid}, {@code dot} or {@code plantuml} file.
     */
    @GET
    @Path("workflows/{name}/diagram")
    @Produces({MediaType.TEXT_PLAIN, Responses.PROBLEM})
    @SuccessResponse(String.class)
    public Response getDiagram(
            @PathParam("name") String name,
            @QueryParam("format") @Nullable String format,
            @QueryParam("version") @Nullable String version,
            @Context ContainerRequestContext context) {
        DiagramFormat drawn = DiagramFormat.byCode(format == null ? "mermaid" : format)
                .orElseThrow(() -> ProblemType.MALFORMED_REQUEST.exception(
                        "the query parameter \"format\" is one of: mermaid, dot, plantuml"));
        Workflow workflow = find(name, version);
        String language = ApiContext.of(orders, clock, context).view(workflow).language();
        return Responses.text(drawn.write(workflow, language), MediaType.TEXT_PLAIN_TYPE, context.getRequest())
                .language(language)
                .build();
    }

    private Workflow find(String name, @Nullable String version) {
        int number = QueryParams.number("version", version, 0, 1, 999_999_999);
        Optional<Workflow> found = number == 0
                ? orders.workflows().stream().filter(w -> w.name().equals(name)).findFirst()
                : orders.workflow(name, number);
        return found.orElseThrow(() -> ProblemType.NOT_FOUND.exception("no such workflow"));
    }

    /**
     * A workflow, in short.
     *
     * @param name its name
     * @param version its latest version
     * @param languages the ISO 639 codes of the languages that it speaks
     */
    public record WorkflowBody(String name, int version, List<String> languages) {}
}
