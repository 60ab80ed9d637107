package dev.orderly.mail.inbound;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text: a line for each block, and {@code > } before each line of a quotation. */
final class HtmlText {

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "dd",
            "div",
            "dl",
            "dt",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul");

    /** Elements that mail programs mark as not written for this mail. */
    private static final String NOT_SAID = "head, script, style, template, title, .moz-signature, .gmail_signature,"
            + " #Signature, [data-smartmail=gmail_signature]";

    private HtmlText() {}

    static String of(String html) {
        Element body = Jsoup.parse(html).body();
        body.select(NOT_SAID).remove();
        Lines lines = new Lines();
        body.traverse(lines);
        return lines.text();
    }

    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private int quotes;
        private boolean atStart = true;
        private boolean gap;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                add(words.getWholeText().replaceAll("[ \\t\\r\\n\\f\\u00a0]+", " "));
            } else if (node instanceof Element element) {
                if (BLOCKS.contains(element.normalName())) {
                    breakLine();
                }
                quotes += isQuotation(element) ? 1 : 0;
                if (element.normalName().equals("br")) {
                    text.append('\n');
                    atStart = true;
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                breakLine();
                quotes -= isQuotation(element) ? 1 : 0;
                gap |= element.normalName().equals("p");
            }
        }

        /** Some programs quote without the element that is there for it. */
        private static boolean isQuotation(Element element) {
            return element.normalName().equals("blockquote") || element.hasClass("yahoo_quoted");
        }

        private void add(String words) {
            String said = atStart ? words.stripLeading() : words;
            if (said.isEmpty()) {
                return;
            }
            if (atStart) {
                text.append(gap ? "\n" : "").append("> ".repeat(Math.min(quotes, 9)));
                gap = false;
            }
            text.append(said);
            atStart = false;
        }

        private void breakLine() {
            if (!atStart) {
                text.append('\n');
                atStart = true;
            }
        }

        String text() {
            return text.toString().strip();
        }
    }
}
