package dev.plimsoll.build;

import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Where an image keeps its data, by its version, and what keeps it from keeping any. */
final class DataFacts {
    private static final List<String> DATA_KEYS =
            List.of("versions", "path", "volume", "set-by", "also-at", "optional", "source");
    private static final List<String> OFF_KEYS = List.of("words", "unless", "env", "source");

    private final FactWriter facts;

    DataFacts(FactWriter facts) {
        this.facts = facts;
    }

    private record Data(Section section, VersionRange range) {}

    /**
     * Checks and writes the places of data.
     *
     * @param source where the image as a whole is described; null if nowhere
     */
    void data(Section image, @Nullable String source) throws CatalogException {
        List<Data> places = new ArrayList<>();
        for (YamlNode node : image.list("data")) {
            Section section = Section.of(node, DATA_KEYS);
            needsSource(section, source);
            places.add(new Data(section, VersionRange.of(section.get("versions"))));
        }
        for (Data place : places) {
            rejectPartialOverlap(place, places);
        }
        places.sort(Comparator.comparing((Data place) -> place.range().from()).reversed());
        facts.out.count(places.size());
        for (Data place : places) {
            facts.version(place.range().from());
            facts.version(place.range().to());
            paths(place.section());
            facts.settings(place.section().list("set-by"));
            alsoAt(place.section());
            facts.out.flag(place.section().flag("optional"));
        }
    }

    private void alsoAt(Section data) throws CatalogException {
        if (data.get("also-at") != null && data.get("path") == null) {
            throw new CatalogException(data.require("also-at"), "missing key \"path\": where those lead to");
        }
        facts.pathList(data.list("also-at"));
    }

    /** Several paths may have the same range; different ranges must not share a version. */
    private static void rejectPartialOverlap(Data place, List<Data> places) throws CatalogException {
        for (Data other : places) {
            if (!place.range().equals(other.range()) && place.range().overlaps(other.range())) {
                throw new CatalogException(place.section().node(), "these versions overlap those of another path");
            }
        }
    }

    private void paths(Section data) throws CatalogException {
        @Nullable String path = data.optionalString("path");
        @Nullable String volume = data.optionalString("volume");
        if (path == null && data.get("set-by") == null) {
            throw new CatalogException(data.node(), "missing key \"path\", or \"set-by\" if there is no default");
        }
        if (path != null) {
            FactWriter.cleanPath(data.require("path"), path);
        }
        if (volume != null) {
            ContainerPath declared = FactWriter.cleanPath(data.require("volume"), volume);
            if (path == null || !new ContainerPath(path).isAtOrBelow(declared)) {
                throw new CatalogException(data.require("volume"), "the path does not lie in this volume");
            }
        } else if (path != null && path.contains("{major}")) {
            throw new CatalogException(data.node(), "missing key \"volume\": the path depends on the version");
        }
        facts.out.text(path == null ? "" : path);
        facts.out.text(volume == null ? "" : volume);
    }

    /**
     * Checks and writes what switches the keeping of data off.
     *
     * @param source where the image as a whole is described; null if nowhere
     */
    void persistenceOff(Section image, @Nullable String source) throws CatalogException {
        List<Section> signals = new ArrayList<>();
        List<YamlNode> conditions = new ArrayList<>();
        for (YamlNode node : image.list("persistence-off")) {
            Section off = Section.of(node, OFF_KEYS);
            needsSource(off, source);
            @Nullable YamlNode variable = off.get("env");
            if (variable == null) {
                off.require("words");
                signals.add(off);
            } else if (off.get("words") != null || off.get("unless") != null) {
                throw new CatalogException(node, "a variable stands alone: no \"words\", no \"unless\"");
            } else {
                conditions.add(variable);
            }
        }
        facts.out.count(signals.size());
        for (Section signal : signals) {
            facts.texts(FactWriter.sequence(signal.require("words")));
            facts.sequences(signal.list("unless"));
        }
        facts.out.count(conditions.size());
        for (YamlNode node : conditions) {
            Matcher condition = FactWriter.CONDITION.matcher("env " + Section.filled(node));
            if (!condition.matches() || condition.group(2) == null) {
                throw new CatalogException(node, "write NAME=value");
            }
            facts.out.text(condition.group(1));
            facts.out.text(condition.group(2));
        }
    }

    private static void needsSource(Section section, @Nullable String source) throws CatalogException {
        if (section.optionalString("source") == null && source == null) {
            throw new CatalogException(section.node(), "missing key \"source\", here or at the image");
        }
    }
}
