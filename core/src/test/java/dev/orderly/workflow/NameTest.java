package dev.orderly.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NameTest {

    private static final Pattern RULE = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+([ .-][\\p{L}\\p{M}\\p{N}_]+)*");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("azAZ09_- .")
                .withChars("żę٣\u0301/@[`{\n\u00A0:")
                .ofMaxLength(6);
    }

    @Property(tries = 3000)
    void a_name_is_what_the_rule_says(@ForAll("texts") String text) {
        assertThat(Name.isValid(text)).isEqualTo(RULE.matcher(text).matches());
    }
}
