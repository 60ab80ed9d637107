package dev.orderly.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Folders of classes and resources as named modules that export their packages and open none, beside the class path: the
 * rules of the module path for reading resources, for artifacts whose descriptors are not compiled in.
 */
final class ClosedModules {

    private final Map<String, List<Path>> modules = new TreeMap<>();

    /** Adds a module of the classes and resources in some folders. */
    ClosedModules with(String name, Path... folders) {
        modules.put(name, List.of(folders));
        return this;
    }

    /**
     * The loader of the modules; they read each other, the class path and the JDK. Their resources are hidden on the class
     * path, where the same files may lie.
     */
    ClassLoader load() {
        ModuleLayer jdk = ModuleLayer.boot();
        Configuration configuration = jdk.configuration().resolve(finder(), ModuleFinder.of(), modules.keySet());
        ClassLoader classPath = ClosedModules.class.getClassLoader();
        ModuleLayer.Controller layer =
                ModuleLayer.defineModulesWithOneLoader(configuration, List.of(jdk), new WithoutOwnResources(classPath));
        Set<Module> read = new HashSet<>(jdk.modules());
        read.addAll(layer.layer().modules());
        read.add(classPath.getUnnamedModule());
        for (Module module : layer.layer().modules()) {
            read.forEach(other -> layer.addReads(module, other));
        }
        return layer.layer().findLoader(modules.keySet().iterator().next());
    }

    private ModuleFinder finder() {
        Map<String, ModuleReference> references = modules.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, module -> reference(module.getKey(), module.getValue())));
        return new ModuleFinder() {
            @Override
            public Optional<ModuleReference> find(String name) {
                return Optional.ofNullable(references.get(name));
            }

            @Override
            public Set<ModuleReference> findAll() {
                return Set.copyOf(references.values());
            }
        };
    }

    /** The class path without the library's resources. */
    private static final class WithoutOwnResources extends ClassLoader {

        WithoutOwnResources(ClassLoader classPath) {
            super(classPath);
        }

        @Override
        public @Nullable URL getResource(String name) {
            return name.startsWith("dev/orderly/") ? null : super.getResource(name);
        }
    }

    private static ModuleReference reference(String name, List<Path> folders) {
        Set<String> packages = files(folders)
                .filter(file -> file.contains("/"))
                .map(file -> file.substring(0, file.lastIndexOf('/')).replace('/', '.'))
                .filter(SourceVersion::isName)
                .collect(Collectors.toSet());
        ModuleDescriptor.Builder descriptor = ModuleDescriptor.newModule(name)
                .requires(Set.of(ModuleDescriptor.Requires.Modifier.MANDATED), "java.base")
                .packages(packages);
        packages.forEach(descriptor::exports);
        return new ModuleReference(descriptor.build(), folders.get(0).toUri()) {
            @Override
            public ModuleReader open() {
                return reader(folders);
            }
        };
    }

    private static ModuleReader reader(List<Path> folders) {
        return new ModuleReader() {
            @Override
            public Optional<URI> find(String name) {
                return folders.stream()
                        .map(folder -> folder.resolve(name))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .map(Path::toUri);
            }

            @Override
            public Stream<String> list() {
                return files(folders);
            }

            @Override
            public void close() {}
        };
    }

    private static Stream<String> files(List<Path> folders) {
        List<String> names = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .forEach(file ->
                                names.add(folder.relativize(file).toString().replace('\\', '/')));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names.stream();
    }
}
