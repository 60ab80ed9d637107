package dev.orderly.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * Registers with a native image what Orderly finds by name: its files, the pages' templates, and the guards of an H2
 * database.
 */
final class NativeHints implements RuntimeHintsRegistrar {

    private static final String TEMPLATES = "dev/orderly/http/page/template/";

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.resources()
                .registerPattern("dev/orderly/decision/*.properties")
                .registerPattern("dev/orderly/preset/*.yaml")
                .registerPattern("dev/orderly/jdbc/*/*.sql")
                .registerPattern("dev/orderly/jdbc/*/*.txt")
                .registerPattern("dev/orderly/mail/texts/**")
                .registerPattern("dev/orderly/mail/inbound/*.properties")
                .registerPattern("dev/orderly/*/languages")
                .registerPattern("dev/orderly/*/*/languages")
                .registerPattern("dev/orderly/http/*/*.css")
                .registerPattern("dev/orderly/http/*/*.js")
                .registerPattern("dev/orderly/http/*/*.json")
                .registerPattern("dev/orderly/http/*/*.properties");
        if (ClassUtils.isPresent("org.h2.api.Trigger", loader)) {
            for (String guard : new String[] {
                "OrderGuard",
                "HistoryGuard",
                "WorkflowGuard",
                "MovedItemGuard",
                "BoundGuard",
                "GivenGuard",
                "ArchivedOrderGuard",
                "ArchivedEntryGuard",
                "ArchivedMovedItemGuard",
                "OrderCounter",
                "MessageCounter"
            }) {
                hints.reflection()
                        .registerType(
                                TypeReference.of("dev.orderly.jdbc.h2." + guard),
                                MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
            }
        }
        for (String template : templates(loader)) {
            hints.reflection()
                    .registerType(
                            TypeReference.of(template),
                            type -> type.withMembers(
                                            MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                                            MemberCategory.INVOKE_PUBLIC_METHODS)
                                    .withField("JTE_NAME")
                                    .withField("JTE_LINE_INFO"));
        }
    }

    /** Looked for while the image is made, so that a new template is not forgotten here. */
    private static String[] templates(@Nullable ClassLoader loader) {
        try {
            Resource[] classes =
                    new PathMatchingResourcePatternResolver(loader).getResources("classpath*:" + TEMPLATES + "*.class");
            String[] names = new String[classes.length];
            for (int i = 0; i < classes.length; i++) {
                String file = String.valueOf(classes[i].getFilename());
                names[i] = TEMPLATES.replace('/', '.') + file.substring(0, file.length() - ".class".length());
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("the templates of the pages cannot be listed", e);
        }
    }
}
