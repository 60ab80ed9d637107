package dev.orderly.mail.template;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How templates are compiled. Values come from maps alone, so a template reaches no method of any object. A missing value
 * is empty: {@link TagCheck} has made sure that it is missing for a reason.
 */
final class Mustaches {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().defaultValue("").emptyStringIsFalse(true).withCollector(new MapsOnly());

    private Mustaches() {}

    /** For plain text. */
    static Mustache.Compiler plain(UnaryOperator<String> blocks) {
        return COMPILER.withEscaper(Escapers.NONE).withLoader(name -> new StringReader(blocks.apply(name)));
    }

    /** For HTML. */
    static Mustache.Compiler html() {
        return COMPILER.withEscaper(Escapers.HTML);
    }

    /** Compiles a text of a file; adds to the problems why it cannot. */
    static Template compile(
            Mustache.Compiler compiler, TemplateFile file, String text, List<TemplateProblem> problems) {
        try {
            return compiler.compile(text);
        } catch (MustacheException e) {
            if (problems.stream().noneMatch(p -> p.file().equals(file.origin()))) {
                problems.add(new TemplateProblem(file.origin(), 1, String.valueOf(e.getMessage())));
            }
            return compiler.compile("");
        }
    }

    private static final class MapsOnly implements Mustache.Collector {

        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof Iterable<?> several ? several.iterator() : null;
        }

        @Override
        public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map ? MapsOnly::value : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }

        private static @Nullable Object value(Object context, String name) {
            Map<?, ?> values = (Map<?, ?>) context;
            return values.containsKey(name) ? values.get(name) : Template.NO_FETCHER_FOUND;
        }
    }
}
