package dev.orderly.mail.template;

import dev.orderly.file.Presets;
import dev.orderly.mail.Links;
import dev.orderly.workflow.Workflow;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A builder of {@link MessageTexts}. A template that is added later replaces the one under the same path; words are replaced
 * one by one.
 */
public final class MessageTextsBuilder {

    private static final String BUILT_IN = "dev/orderly/mail/texts";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final String CALM_GREEN = "#2f6155";

    private final TemplateFiles files = new TemplateFiles();
    private final Map<String, Object> brand = new HashMap<>();
    private final Map<String, String> bases = new HashMap<>();
    private final List<Workflow> workflows = new ArrayList<>();
    private Links links = Links.NONE;

    MessageTextsBuilder(String shop) {
        if (shop.isBlank()) {
            throw new IllegalArgumentException("the name of the shop cannot be blank");
        }
        brand.put("shop", TemplateModel.line(shop));
        brand.put("accent", CALM_GREEN);
        brand.put("logo", "");
        files.addBuiltIn(BUILT_IN);
        Presets.names().forEach(name -> Presets.baseOf(name).ifPresent(base -> bases.put(name, base)));
    }

    /** Sets the pages that messages link to; by default there are none. */
    public MessageTextsBuilder links(Links newLinks) {
        links = newLinks;
        return this;
    }

    /**
     * Sets the colour of buttons, behind white text.
     *
     * @param colour such as {@code #2f6155}
     * @throws IllegalArgumentException if it is not written so
     */
    public MessageTextsBuilder accent(String colour) {
        if (!COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException("the colour must be written like #2f6155, but is \"" + colour + "\"");
        }
        brand.put("accent", colour);
        return this;
    }

    /** Sets a picture for the top of mails in place of the shop's name, for instance 40 pixels high; http or https. */
    public MessageTextsBuilder logo(URI picture) {
        if (!"https".equalsIgnoreCase(picture.getScheme()) && !"http".equalsIgnoreCase(picture.getScheme())) {
            throw new IllegalArgumentException("the logo must be http or https, but is " + picture);
        }
        brand.put("logo", picture.toASCIIString());
        return this;
    }

    /** Adds the templates in a folder, which is read now. */
    public MessageTextsBuilder folder(Path folder) {
        files.addFolder(folder);
        return this;
    }

    /**
     * Adds the templates at a place on a class path, or in a package that a named module opens.
     *
     * @param place such as {@code shop/mail}; the resource {@code shop/mail/index} lists them, one path a line
     */
    public MessageTextsBuilder resources(ClassLoader loader, String place) {
        files.addResources(loader, place);
        return this;
    }

    /**
     * Adds one template.
     *
     * @param path its path, such as {@code bookstore/pl/customer/ship.mail.txt}
     * @param text the template
     */
    public MessageTextsBuilder template(String path, String text) {
        files.add(path, path, text);
        return this;
    }

    /**
     * Lets a workflow use the texts of another for the events for which it has none of its own, such as those of the
     * preset that it extends. The presets that extend another do so by themselves.
     */
    public MessageTextsBuilder likeThoseOf(String base, String workflow) {
        bases.put(workflow, base);
        return this;
    }

    /** Checks the texts for a workflow against its events, roles, languages and fields when the texts are built. */
    public MessageTextsBuilder check(Workflow workflow) {
        workflows.add(workflow);
        return this;
    }

    /**
     * Builds the texts.
     *
     * @throws BrokenTemplatesException if a template cannot be used
     */
    public MessageTexts build() {
        List<TemplateProblem> problems = new ArrayList<>(files.problems());
        TemplateRegistry templates = new TemplateCompiler(files.files(), problems).registry(bases);
        workflows.forEach(w -> WorkflowCheck.check(w, files.files(), problems));
        if (!problems.isEmpty()) {
            throw new BrokenTemplatesException(problems);
        }
        return new MessageTexts(templates, links, brand);
    }
}
