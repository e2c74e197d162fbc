package dev.plimsoll.fuzz;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.report.Format;
import dev.plimsoll.report.budget.BudgetFormat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What of all that plimsoll can do is tried with an input.
 *
 * @param acts what is done
 * @param formats the formats of reports
 * @param rules flags that choose rules
 * @param budget the format of load lines
 */
record Choices(Set<Act> acts, List<String> formats, List<String> rules, String budget) {
    /** The whole program runs on one input in so many. */
    private static final int ALL = 5;

    private static final List<String> FORMATS = Format.labels();

    private static final List<String> BUDGETS = BudgetFormat.labels();

    private static final List<String> ALL_RULES = List.of(
            "--profile",
            "strict",
            "--select",
            String.join(",", RuleCatalog.builtIn().categories()));

    private static final List<List<String>> RULES = List.of(
            ALL_RULES,
            ALL_RULES,
            List.of("--profile", "strict"),
            List.of(),
            List.of("--no-ignores", "--host-memory", "2g"),
            List.of("--allow-partial"));

    /** Some of it. */
    static Choices by(Chance chance) {
        Set<Act> acts = EnumSet.of(Act.READ);
        boolean all = chance.oneIn(ALL);
        for (Act act : Act.values()) {
            if (all && chance.oneIn(act.oneIn())) {
                acts.add(act);
            }
        }
        // what stands by itself in a line is made most often: html and sarif are long whatever the input
        String format = chance.oneIn(3) ? chance.of(FORMATS) : chance.of(FORMATS.subList(0, 3));
        return new Choices(acts, List.of(format, chance.of(FORMATS)), chance.of(RULES), chance.of(BUDGETS));
    }

    /** All of it. */
    static List<Choices> all() {
        List<Choices> all = new ArrayList<>();
        for (String format : FORMATS) {
            all.add(new Choices(EnumSet.of(Act.CHECK, Act.AGAIN), List.of(format, "json"), ALL_RULES, ""));
        }
        for (String budget : BUDGETS) {
            all.add(new Choices(EnumSet.of(Act.BUDGET), List.of(), List.of(), budget));
        }
        for (List<String> rules : RULES.subList(1, RULES.size())) {
            all.add(new Choices(EnumSet.allOf(Act.class), List.of("json", "text"), rules, "json"));
        }
        return all;
    }

    Choices only(Act act) {
        return new Choices(EnumSet.of(act), formats, rules, budget);
    }

    String format() {
        return formats.get(0);
    }
}
