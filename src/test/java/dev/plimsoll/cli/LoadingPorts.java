package dev.plimsoll.cli;

import java.util.ArrayList;
import java.util.List;

/** Ports as canonical text, one for each port of a range. */
final class LoadingPorts {
    private LoadingPorts() {}

    /** Docker's ports, which are expanded already. */
    static String docker(LoadingJson service) {
        List<String> ports = new ArrayList<>();
        for (LoadingJson port : service.objects("ports")) {
            ports.add(text(port, "host_ip", orEmpty(port, "published"), port.text("target")));
        }
        return LoadingOutcome.sorted(ports);
    }

    /** Plimsoll's ports, where a range is one mapping. */
    static String plimsoll(LoadingJson container) {
        List<String> ports = new ArrayList<>();
        for (LoadingJson port : container.objects("ports")) {
            if (!port.has("target")) {
                ports.add(port.text("unknown"));
                continue;
            }
            String published = orEmpty(port, "published");
            String[] targets = port.text("target").split("-", 2);
            int first = Integer.parseInt(targets[0]);
            int count = Integer.parseInt(targets[targets.length - 1]) - first + 1;
            for (int i = 0; i < count; i++) {
                String own = count == 1 || published.isEmpty() ? published : shifted(published, i);
                ports.add(text(port, "hostIp", own, Integer.toString(first + i)));
            }
        }
        return LoadingOutcome.sorted(ports);
    }

    private static String shifted(String range, int by) {
        return Integer.toString(Integer.parseInt(range.split("-", 2)[0]) + by);
    }

    private static String text(LoadingJson port, String ipKey, String published, String target) {
        return orEmpty(port, ipKey) + ":" + published + "->" + target + "/" + port.text("protocol");
    }

    private static String orEmpty(LoadingJson object, String key) {
        return object.has(key) ? object.text(key) : "";
    }
}
