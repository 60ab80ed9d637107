package dev.orderly.http.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.file.Path;

/**
 * The pages as templates, which are compiled with the library and thereby checked against the values that they show.
 */
final class JtePages implements Pages {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            Path.of("."), ContentType.Html, JtePages.class.getClassLoader(), "dev.orderly.http.page.template");

    @Override
    public String lookup(LookupPage page) {
        return render("lookup.jte", page);
    }

    @Override
    public String status(StatusPage page) {
        return render("status.jte", page);
    }

    @Override
    public String account(AccountPage page) {
        return render("account.jte", page);
    }

    @Override
    public String activity(ActivityPage page) {
        return render("activity.jte", page);
    }

    @Override
    public String problem(ProblemPage page) {
        return render("problem.jte", page);
    }

    private static String render(String template, Object page) {
        TemplateOutput output = new StringOutput();
        ENGINE.render(template, page, output);
        return output.toString();
    }
}
