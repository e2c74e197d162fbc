package dev.plimsoll.cli;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.engine.LintResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each rule found something: {@code --statistics}. */
final class Statistics {
    private static final class Row {
        final String rule;
        final Severity severity;
        int count;
        int fixable;

        Row(String rule, Severity severity) {
            this.rule = rule;
            this.severity = severity;
        }
    }

    private Statistics() {}

    /** A table, the rule with the most findings first; empty where there are none. */
    static String table(LintResult result) {
        Map<String, Row> rows = new TreeMap<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            // one rule may have several severities, by configuration
            String key = diagnostic.rule() + " " + diagnostic.severity();
            Row row = rows.computeIfAbsent(key, missing -> new Row(diagnostic.rule(), diagnostic.severity()));
            row.count++;
            row.fixable += diagnostic.finding().fixes().isEmpty() ? 0 : 1;
        }
        List<Row> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparingInt((Row row) -> -row.count));
        StringBuilder table = new StringBuilder();
        if (!sorted.isEmpty()) {
            line("count", "fixable", "severity", "rule", table);
        }
        for (Row row : sorted) {
            line(Integer.toString(row.count), Integer.toString(row.fixable), row.severity.label(), row.rule, table);
        }
        return table.toString();
    }

    private static void line(String count, String fixable, String severity, String rule, StringBuilder table) {
        table.append(" ".repeat(Math.max(0, 5 - count.length()))).append(count);
        table.append("  ").append(" ".repeat(Math.max(0, 7 - fixable.length()))).append(fixable);
        table.append("  ").append(severity).append(" ".repeat(Math.max(0, 8 - severity.length())));
        table.append("  ").append(rule).append('\n');
    }
}
