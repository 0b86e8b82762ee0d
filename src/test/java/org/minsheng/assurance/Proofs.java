package org.minsheng.assurance;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minsheng.support.Covers;

/** Which tests say that they prove which requirement; read from the compiled tests, so that nothing has to run for it. */
final class Proofs {
    private static final Set<String> RUNNERS = Set.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.params.ParameterizedTest",
            "net.jqwik.api.Property",
            "net.jqwik.api.Example");

    private final Map<String, Set<String>> tests = new TreeMap<>();
    private final List<String> notTests = new ArrayList<>();

    static Proofs read() {
        Proofs proofs = new Proofs();
        JavaClasses classes = new ClassFileImporter()
                .importUrl(Covers.class.getProtectionDomain().getCodeSource().getLocation());
        for (JavaClass one : classes) {
            if (one.isAnnotatedWith(Covers.class))
                proofs.add(one.getAnnotationOfType(Covers.class), one.getSimpleName());
            for (JavaMethod method : one.getMethods())
                if (method.isAnnotatedWith(Covers.class)) {
                    String name = one.getSimpleName() + ": " + method.getName().replace('_', ' ');
                    proofs.add(method.getAnnotationOfType(Covers.class), name);
                    if (RUNNERS.stream().noneMatch(method::isAnnotatedWith)) proofs.notTests.add(name);
                }
        }
        return proofs;
    }

    private void add(Covers covers, String name) {
        for (String requirement : covers.value())
            tests.computeIfAbsent(requirement, first -> new TreeSet<>()).add(name);
    }

    Set<String> of(Requirement requirement) {
        return tests.getOrDefault(requirement.key(), Set.of());
    }

    Set<String> requirements() {
        return tests.keySet();
    }

    /** Methods that nothing runs. */
    List<String> notTests() {
        return notTests;
    }
}
