package dev.orderly.spring;

import dev.orderly.decision.Guard;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;

/** The guards of an application: beans that are one, and beans that are a map of them by the names that workflows use. */
final class GuardBeans {

    private static final ResolvableType MAP = ResolvableType.forClassWithGenerics(Map.class, String.class, Guard.class);

    private GuardBeans() {}

    /**
     * The guards by their names.
     *
     * @throws SettingException if two beans name different guards alike
     */
    static Map<String, Guard> of(ListableBeanFactory beans) {
        Map<String, Guard> guards = new LinkedHashMap<>(BeanNames.ofGuards(beans.getBeansOfType(Guard.class)));
        for (String bean : beans.getBeanNamesForType(MAP)) {
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) beans.getBean(bean)).entrySet()) {
                add(guards, bean, (String) entry.getKey(), (Guard) entry.getValue());
            }
        }
        return guards;
    }

    private static void add(Map<String, Guard> guards, String bean, String name, Guard guard) {
        Guard before = guards.putIfAbsent(name, guard);
        if (before != null && !before.equals(guard)) {
            throw new SettingException(
                    "the map of guards \"" + bean + "\" has a guard \"" + name
                            + "\", and so has another bean: nothing says which of them the workflow means",
                    "Name one of them otherwise, or take one away.");
        }
    }
}
