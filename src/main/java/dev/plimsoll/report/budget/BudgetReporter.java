package dev.plimsoll.report.budget;

import dev.plimsoll.budget.Budget;

/** Shows a budget in one format. */
public interface BudgetReporter {
    /** Appends the whole report. */
    void write(Budget budget, StringBuilder out);
}
