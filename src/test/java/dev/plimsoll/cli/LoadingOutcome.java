package dev.plimsoll.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes of a project, whoever loads it, in a form in which two outcomes can be compared.
 *
 * @param loads whether the project loads at all
 * @param services field name to canonical text, by service; a field that has nothing to say is left out
 */
record LoadingOutcome(boolean loads, Map<String, Map<String, String>> services) {
    /** The field of a disagreement on whether the project loads. */
    static final String LOADS = "loads";

    /** The field of a disagreement on which services there are. */
    static final String SERVICES = "services";

    private static final String NOTHING = "nothing";

    static LoadingOutcome refused() {
        return new LoadingOutcome(false, Map.of());
    }

    /**
     * What differs: {@code loads}, {@code services} or {@code SERVICE.FIELD} to a text that shows both sides.
     *
     * @param docker Docker's outcome, which is the expected one
     */
    Map<String, String> differencesFrom(LoadingOutcome docker) {
        Map<String, String> differences = new TreeMap<>();
        if (loads != docker.loads) {
            differences.put(LOADS, both(Boolean.toString(docker.loads), Boolean.toString(loads)));
        }
        if (!loads || !docker.loads) {
            return differences;
        }
        if (!services.keySet().equals(docker.services.keySet())) {
            differences.put(
                    SERVICES,
                    both(docker.services.keySet().toString(), services.keySet().toString()));
        }
        for (Map.Entry<String, Map<String, String>> service : docker.services.entrySet()) {
            Map<String, String> ours = services.get(service.getKey());
            if (ours != null) {
                compare(service.getKey(), service.getValue(), ours, differences);
            }
        }
        return differences;
    }

    private static void compare(
            String service, Map<String, String> docker, Map<String, String> ours, Map<String, String> differences) {
        Set<String> fields = new TreeSet<>(docker.keySet());
        fields.addAll(ours.keySet());
        for (String field : fields) {
            String theirs = docker.getOrDefault(field, NOTHING);
            String own = ours.getOrDefault(field, NOTHING);
            if (!theirs.equals(own)) {
                differences.put(service + "." + field, both(theirs, own));
            }
        }
    }

    private static String both(String docker, String own) {
        return "Docker " + docker + ", Plimsoll " + own;
    }

    /** The same text for the same members, whatever their order. */
    static String sorted(List<String> members) {
        List<String> copy = new ArrayList<>(members);
        copy.sort(null);
        return copy.toString();
    }
}
