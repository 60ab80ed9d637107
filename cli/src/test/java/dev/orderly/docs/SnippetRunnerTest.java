package dev.orderly.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetRunnerTest {

    @TempDir
    private Path folder;

    private static List<Snippet> snippets(String... lines) {
        return MarkdownPage.snippets("page.md", String.join("\n", lines));
    }

    private Optional<String> problem(String... lines) {
        return new SnippetRunner("page.md", folder).problem(snippets(lines).get(0));
    }

    @Test
    void a_page_without_java_has_no_snippets() {
        assertThat(snippets("# Title", "```sh", "mvn test", "```", "the word java"))
                .isEmpty();
    }

    @Test
    void a_snippet_is_found_with_its_line_and_its_code() {
        assertThat(snippets("# Title", "", "```java", "int a = 1;", "", "int b = 2;", "```"))
                .containsExactly(new Snippet(3, "int a = 1;\n\nint b = 2;", Optional.empty(), Optional.empty()));
    }

    @Test
    void a_block_in_a_list_or_with_a_remark_on_its_fence_is_a_snippet_as_well() {
        assertThat(snippets("- item", "", "  ```java", "  int a = 1;", "  ```", "```java fragment", "b", "```"))
                .extracting(Snippet::line, Snippet::code)
                .containsExactly(tuple(3, "  int a = 1;"), tuple(6, "b"));
    }

    @Test
    void the_next_block_says_the_output_if_it_is_text() {
        assertThat(snippets("```java", "a", "```", "prints", "```text", "1", "2", "```"))
                .extracting(Snippet::output)
                .containsExactly(Optional.of("1\n2"));
        assertThat(snippets("```java", "a", "```", "```sh", "b", "```", "```text", "1", "```"))
                .extracting(Snippet::output)
                .containsExactly(Optional.empty());
    }

    @Test
    void the_block_before_is_a_file_if_it_is_yaml_with_a_name() {
        assertThat(snippets("```yaml", "# shop.yaml", "a: 1", "```", "```java", "b", "```"))
                .extracting(Snippet::file)
                .containsExactly(Optional.of(new Snippet.NamedFile("shop.yaml", "# shop.yaml\na: 1\n")));
        assertThat(snippets("```yaml", "a: 1", "```", "```java", "b", "```"))
                .extracting(Snippet::file)
                .containsExactly(Optional.empty());
    }

    @Test
    void a_block_that_is_never_closed_is_reported() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snippets("text", "```java", "int a = 1;"))
                .withMessage("page.md line 2: this block is never closed");
    }

    @Test
    void statements_that_print_what_the_page_says_are_right() {
        assertThat(problem(
                        "```java",
                        "import java.util.List;",
                        "",
                        "// two numbers",
                        "System.out.println(List.of(1, 2));",
                        "```",
                        "```text",
                        "[1, 2]",
                        "```"))
                .isEmpty();
    }

    @Test
    void statements_can_hold_types() {
        assertThat(problem(
                        "```java",
                        "enum Size { SMALL, LARGE }",
                        "System.out.println(Size.values().length);",
                        "```",
                        "```text",
                        "2",
                        "```"))
                .isEmpty();
    }

    @Test
    void a_whole_program_is_run_as_it_is() {
        assertThat(problem(
                        "```java",
                        "public class Hello {",
                        "  public static void main(String[] args) { System.out.println(\"hello\"); }",
                        "}",
                        "```",
                        "```text",
                        "hello",
                        "```"))
                .isEmpty();
    }

    @Test
    void a_program_can_be_in_a_package() {
        assertThat(problem(
                        "```java",
                        "package shop.hello;",
                        "public class Hello {",
                        "  public static void main(String[] args) { System.out.println(\"hello\"); }",
                        "}",
                        "```",
                        "```text",
                        "hello",
                        "```"))
                .isEmpty();
    }

    @Test
    void a_program_that_is_only_compiled_is_reported_where_it_does_not_compile() {
        Snippet program = snippets(
                        "```java",
                        "public class Hello {",
                        "  public static void main(String[] args) { int a = true; }",
                        "}",
                        "```")
                .get(0);

        assertThat(new SnippetRunner("page.md", folder).compileProblem(program))
                .hasValueSatisfying(p ->
                        assertThat(p).startsWith("page.md line 3: the snippet does not compile: incompatible types"));
    }

    @Test
    void a_snippet_without_a_said_output_may_print_anything() {
        assertThat(problem("```java", "System.out.println(7);", "```")).isEmpty();
    }

    @Test
    void a_snippet_reads_the_file_that_the_page_shows() {
        assertThat(problem(
                        "```yaml",
                        "# shop.yaml",
                        "a: 1",
                        "```",
                        "```java",
                        "import java.nio.file.Files;",
                        "import java.nio.file.Path;",
                        "System.out.print(Files.readString(Path.of(\"shop.yaml\")));",
                        "```",
                        "```text",
                        "# shop.yaml",
                        "a: 1",
                        "```"))
                .isEmpty();
    }

    @Test
    void another_output_than_the_page_says_is_reported_with_both() {
        assertThat(problem("", "```java", "System.out.println(\"żółw\");", "```", "```text", "żaba", "```"))
                .contains("page.md line 2: the snippet prints\nżółw\nbut the page says that it prints\nżaba");
    }

    @Test
    void a_snippet_that_does_not_compile_is_reported_with_its_line() {
        assertThat(problem("", "```java", "import java.util.List;", "", "int a = 1;", "int b = \"2\";", "```"))
                .contains("page.md line 6: the snippet does not compile: incompatible types:"
                        + " java.lang.String cannot be converted to int");
    }

    @Test
    void a_snippet_with_a_compiler_warning_is_reported() {
        assertThat(problem("```java", "java.util.List list = new java.util.ArrayList();", "```"))
                .hasValueSatisfying(p -> assertThat(p)
                        .startsWith(
                                "page.md line 2: the snippet compiles with a warning: found raw type: java.util.List"));
    }

    @Test
    void an_error_is_reported_before_a_warning() {
        assertThat(problem("```java", "java.util.List list = null;", "int a = true;", "```"))
                .hasValueSatisfying(p ->
                        assertThat(p).startsWith("page.md line 3: the snippet does not compile: incompatible types"));
    }

    @Test
    void a_snippet_that_throws_is_reported_with_its_line() {
        assertThat(problem("```java", "int zero = 0;", "System.out.println(1 / zero);", "```"))
                .contains("page.md line 3: the snippet throws java.lang.ArithmeticException: / by zero");
    }

    private Optional<String> compileProblem(String... lines) {
        return new SnippetRunner("page.md", folder)
                .compileProblem(
                        snippets(lines).get(0),
                        new SnippetRunner.Surroundings(List.of("java.util.*"), "List<String> names;"));
    }

    @Test
    void a_piece_of_code_is_compiled_within_what_it_supposes_and_not_run() {
        assertThat(compileProblem("```java", "int length = names.get(0).length();", "```"))
                .isEmpty();
    }

    @Test
    void a_piece_of_code_that_does_not_compile_is_reported_with_its_line() {
        assertThat(compileProblem("", "```java", "int a = 1;", "int length = names.length();", "```"))
                .hasValueSatisfying(p ->
                        assertThat(p).startsWith("page.md line 4: the snippet does not compile: cannot find symbol"));
    }
}
