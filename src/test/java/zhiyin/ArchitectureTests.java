package zhiyin;

import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.NullMarked;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "zhiyin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    /** Operations that ask the role of each thing they answer, or tell people of themselves. */
    private static final Set<String> OPEN = Set.of("NodeController.node", "ViewerController.viewer");

    @ArchTest
    static final ArchRule THE_GRAPH_HAS_ONE_DOOR = noClasses().that()
            .resideOutsideOfPackages("zhiyin.graph", "zhiyin.stores")
            .should().dependOnClassesThat().resideInAPackage("org.neo4j..")
            .because("statements go through zhiyin.graph; zhiyin.stores only asks whether the store is up");

    @ArchTest
    static final ArchRule SEARCH_HAS_ONE_DOOR = noClasses().that()
            .resideOutsideOfPackages("zhiyin.search", "zhiyin.stores")
            .should().dependOnClassesThat().resideInAPackage("co.elastic..");

    @ArchTest
    static final ArchRule STAGING_HAS_ONE_DOOR = noClasses().that()
            .resideOutsideOfPackages("zhiyin.staging", "zhiyin.identity")
            .should().dependOnClassesThat().resideInAPackage("org.duckdb..");

    @ArchTest
    static final ArchRule ONLY_LOADS_KNOW_BATCH = noClasses().that().resideOutsideOfPackage("zhiyin.load").should()
            .dependOnClassesThat().resideInAPackage("org.springframework.batch..");

    @ArchTest
    static final ArchRule ONLY_SCHEDULES_KNOW_THE_SCHEDULER = noClasses().that()
            .resideOutsideOfPackage("zhiyin.schedule").should()
            .dependOnClassesThat().resideInAPackage("com.github.kagkarlsson..");

    @ArchTest
    static final ArchRule MODEL_IS_PLAIN_JAVA = classes().that().resideInAPackage("zhiyin.model").should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("zhiyin.model", "java..", "org.jspecify..", "org.springframework.modulith");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_HIDDEN = classes().that().areAnnotatedWith(Controller.class).should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule EVERY_OPERATION_SAYS_WHO_MAY = methods().that().areAnnotatedWith(QueryMapping.class).or()
            .areAnnotatedWith(MutationMapping.class).or().areAnnotatedWith(SubscriptionMapping.class)
            .and(DescribedPredicate.not(describe("are open to everybody who is signed in",
                    method -> OPEN.contains(method.getOwner().getSimpleName() + "." + method.getName()))))
            .should(ArchCondition.from(describe("be annotated with @PreAuthorize, or their class",
                    method -> method.isAnnotatedWith(PreAuthorize.class)
                            || method.getOwner().isAnnotatedWith(PreAuthorize.class))));

    @ArchTest
    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes().that(DescribedPredicate.not(
            DescribedPredicate.describe("package-info",
                    (JavaClass type) -> type.getSimpleName().equals("package-info"))))
            .should().resideInAPackage("zhiyin..").andShould(ArchCondition.from(
                    DescribedPredicate.describe("be in a null-marked package",
                            (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

    @ArchTest
    static final ArchRule FIELDS_ARE_NOT_INJECTED = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_WRITES_TO_STANDARD_OUTPUT = noClasses().that()
            .resideOutsideOfPackage("zhiyin.command").should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    private static DescribedPredicate<JavaMethod> describe(String what, Predicate<JavaMethod> test) {
        return DescribedPredicate.describe(what, test);
    }
}
