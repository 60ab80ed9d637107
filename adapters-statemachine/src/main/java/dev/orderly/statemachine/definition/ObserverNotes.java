package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.annotation.WithStateMachine;
import org.springframework.statemachine.config.model.ConfigurationData;
import org.springframework.statemachine.ensemble.DistributedStateMachine;
import org.springframework.statemachine.listener.CompositeStateMachineListener;
import org.springframework.statemachine.monitor.CompositeStateMachineMonitor;
import org.springframework.statemachine.processor.StateMachineHandler;
import org.springframework.statemachine.security.SecurityRule;
import org.springframework.statemachine.support.AbstractStateMachine;
import org.springframework.statemachine.support.LifecycleObjectSupport;
import org.springframework.statemachine.support.StateMachineInterceptorList;
import org.springframework.statemachine.support.StateMachineObjectSupport;

/** Names what hears of a machine, decides beside it or shares it, which no workflow has. */
final class ObserverNotes {

    private static final String PLACE = "configuration";
    private static final String OWN = "org.springframework.statemachine.";
    private static final String SECURITY = OWN + "security.StateMachineSecurityInterceptor";

    private final List<ImportNote> notes = new ArrayList<>();

    private ObserverNotes() {}

    /** What hears of the machines of a model. */
    static List<ImportNote> of(@Nullable ConfigurationData<?, ?> configuration, @Nullable BeanFactory beans) {
        ObserverNotes found = new ObserverNotes();
        if (configuration == null) {
            found.handlers(beans);
            return found.notes;
        }
        found.count(MachineModel.size(configuration.getStateMachineListeners()), "listener");
        found.count(MachineModel.size(configuration.getStateMachineInterceptors()), "interceptor");
        found.count(configuration.getStateMachineMonitor() == null ? 0 : 1, "monitor");
        found.handlers(configuration.getBeanFactory() == null ? beans : configuration.getBeanFactory());
        found.ensemble(configuration.getStateMachineEnsemble() != null);
        found.security(configuration.isSecurityEnabled() ? configuration.getEventSecurityRule() : null);
        return found.notes;
    }

    /** What hears of a machine. */
    static List<ImportNote> of(StateMachine<?, ?> machine) {
        ObserverNotes found = new ObserverNotes();
        if (MachineReader.local(machine) instanceof AbstractStateMachine<?, ?> known) {
            List<Object> interceptors = interceptors(known);
            found.count(listeners(known).size(), "listener");
            found.count((int) interceptors.stream().filter(i -> !isOwn(i)).count(), "interceptor");
            found.count(monitors(known), "monitor");
            found.handlers((BeanFactory) ReflectiveAccess.get(LifecycleObjectSupport.class, "beanFactory", known));
            found.ensemble(machine instanceof DistributedStateMachine<?, ?>);
            interceptors.stream()
                    .filter(i -> i.getClass().getName().equals(SECURITY))
                    .forEach(i ->
                            found.security((SecurityRule) ReflectiveAccess.get(i.getClass(), "eventSecurityRule", i)));
        }
        return found.notes;
    }

    private static List<Object> listeners(AbstractStateMachine<?, ?> machine) {
        var all = (CompositeStateMachineListener<?, ?>)
                ReflectiveAccess.get(StateMachineObjectSupport.class, "stateListener", machine);
        return others(all.getListeners().iterator());
    }

    private static int monitors(AbstractStateMachine<?, ?> machine) {
        var all = (CompositeStateMachineMonitor<?, ?>)
                ReflectiveAccess.get(StateMachineObjectSupport.class, "stateMachineMonitor", machine);
        return others(all.getItems().iterator()).size();
    }

    /** The interceptors of a machine, each without what its factory puts around it. */
    private static List<Object> interceptors(AbstractStateMachine<?, ?> machine) {
        Object all = ReflectiveAccess.get(StateMachineObjectSupport.class, "interceptors", machine);
        List<Object> interceptors = new ArrayList<>();
        for (Object each :
                (Collection<?>) ReflectiveAccess.get(StateMachineInterceptorList.class, "interceptors", all)) {
            interceptors.add(
                    each.getClass().getName().endsWith("$RegionPersistingInterceptorAdapter")
                            ? ReflectiveAccess.get(each.getClass(), "interceptor", each)
                            : each);
        }
        return interceptors;
    }

    private static List<Object> others(Iterator<?> all) {
        List<Object> others = new ArrayList<>();
        all.forEachRemaining(each -> {
            if (!isOwn(each)) {
                others.add(each);
            }
        });
        return others;
    }

    /** Whether it is what Spring Statemachine itself puts into a machine, such as a relay or a security check. */
    private static boolean isOwn(Object observer) {
        String name = observer.getClass().getName();
        return name.startsWith(OWN) && (name.contains("$") || name.equals(SECURITY));
    }

    private void count(int number, String what) {
        if (number > 0) {
            add(
                    number + " " + what + (number == 1 ? "" : "s") + " of the machine "
                            + (number == 1 ? "hears" : "hear") + " nothing of orders",
                    "give OrdersBuilder.listener(…) what should hear of every change");
        }
    }

    private void ensemble(boolean shared) {
        if (shared) {
            add(
                    "an ensemble shares one machine among nodes; a workflow has none",
                    "let the nodes share an order store");
        }
    }

    private void add(String meaning, String advice) {
        notes.add(new ImportNote(Kind.CONFIGURATION, PLACE, meaning, advice));
    }

    private void security(@Nullable SecurityRule rule) {
        if (rule != null) {
            notes.add(UnsupportedFeatures.security(PLACE, "every event", rule));
        }
    }

    /** Names the methods of beans that are annotated for state machines, class by class. */
    private void handlers(@Nullable BeanFactory beans) {
        if (!(beans instanceof ListableBeanFactory listable)) {
            return;
        }
        Map<String, Map<String, Integer>> handlers = new TreeMap<>();
        for (StateMachineHandler<?, ?, ?> handler :
                listable.getBeansOfType(StateMachineHandler.class, false, false).values()) {
            handlers.computeIfAbsent(place(handler.getBeanClass()), c -> new TreeMap<>())
                    .merge("@" + meta(handler).annotationType().getSimpleName(), 1, Integer::sum);
        }
        handlers.forEach((place, annotations) -> annotations.forEach((annotation, number) -> notes.add(new ImportNote(
                Kind.CONFIGURATION,
                place,
                number + " " + (number == 1 ? "method" : "methods") + " with " + annotation + " "
                        + (number == 1 ? "hears" : "hear") + " nothing of orders",
                "call " + (number == 1 ? "it" : "them") + " from an OrderListener"))));
    }

    private static Annotation meta(StateMachineHandler<?, ?, ?> handler) {
        return handler.getMetaAnnotation();
    }

    private static String place(Class<?> bean) {
        WithStateMachine machine = AnnotationUtils.findAnnotation(bean, WithStateMachine.class);
        String id = machine == null || !machine.id().isEmpty() || machine.name().equals("stateMachine")
                ? machine == null ? "" : machine.id()
                : machine.name();
        return bean.getName() + (id.isEmpty() ? "" : " (of the machine \"" + id + "\")");
    }
}
