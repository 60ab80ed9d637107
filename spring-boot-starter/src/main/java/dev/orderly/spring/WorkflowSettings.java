package dev.orderly.spring;

import dev.orderly.file.Presets;
import dev.orderly.file.WorkflowFileException;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** Finds the workflows that an application names. */
final class WorkflowSettings {

    private static final String PROPERTY = "orderly.workflow";
    private static final String CHOICE = "Set " + PROPERTY + " to a preset (" + String.join(", ", Presets.names())
            + ") or to a workflow file, such as classpath:shop.yaml or file:/etc/shop.yaml";

    private final ResourceLoader resources;

    WorkflowSettings(ResourceLoader resources) {
        this.resources = resources;
    }

    /**
     * The workflows by name, and after them those that are beans.
     *
     * @throws SettingException if there is none, or one cannot be used
     */
    List<Workflow> load(List<String> names, List<Workflow> beans) {
        List<Workflow> workflows = new ArrayList<>();
        names.forEach(name -> workflows.add(find(name.strip())));
        workflows.addAll(beans);
        if (workflows.isEmpty()) {
            throw new SettingException(
                    "Orderly has no workflow that orders could follow.",
                    CHOICE + ", or give the application a bean of type Workflow. "
                            + "Without orders, set orderly.enabled to false.");
        }
        return List.copyOf(workflows);
    }

    private Workflow find(String name) {
        return Presets.find(name).orElseGet(() -> read(name));
    }

    private Workflow read(String name) {
        Resource resource = resources.getResource(name);
        if (!resource.exists()) {
            throw new SettingException(
                    PROPERTY + " names \"" + name + "\", which is neither a preset nor a file that is there.",
                    CHOICE + ".");
        }
        try {
            return name.startsWith("file:")
                    ? WorkflowFiles.load(resource.getFile().toPath())
                    : WorkflowFiles.read(name, text(resource)).orThrow();
        } catch (WorkflowFileException e) {
            throw new SettingException(
                    "The workflow file " + name + " cannot be used:\n\n" + e.getMessage(),
                    "Mend the file at the places that are named.",
                    e);
        } catch (IOException | UncheckedIOException e) {
            throw new SettingException(
                    "The workflow file " + name + " cannot be read.", "See that the application may read it.", e);
        }
    }

    /** One text for all resources that are no files, so that they mean the same in a folder and in a jar. */
    private static String text(Resource resource) throws IOException {
        return resource.getContentAsString(StandardCharsets.UTF_8);
    }
}
