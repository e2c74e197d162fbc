package dev.plimsoll.compose.read;

import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.MemoryLimits;
import dev.plimsoll.model.MisspelledSize;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sizes of a service that Compose does not take as they were meant. */
final class MisspelledSizeReader {
    /** Keys that take any YAML number. */
    private static final String[] NUMBERS = {"mem_limit", "memswap_limit", "shm_size"};
    /** A key that takes whole numbers and strings; the schema refuses a float. */
    private static final String RESERVATION = "mem_reservation";

    private static final String[] DEPLOY_BLOCKS = {"limits", "reservations"};
    /** A float up to here counts gibibytes: nobody means 1.5 MiB. */
    private static final double MOST_GIBIBYTES = 64;

    private final List<MisspelledSize> found = new ArrayList<>(0);

    List<MisspelledSize> read(MapNode service) {
        for (String key : NUMBERS) {
            addFloat(key, service.scalar(key));
            addKubernetes(key, service.scalar(key));
        }
        addKubernetes(RESERVATION, service.scalar(RESERVATION));
        for (String block : DEPLOY_BLOCKS) {
            MapNode map = service.mapAt("deploy", "resources", block);
            addKubernetes("deploy.resources." + block + ".memory", map == null ? null : map.scalar("memory"));
        }
        return found;
    }

    private void addFloat(String key, @Nullable ScalarNode scalar) {
        if (scalar != null && scalar.written().kind() == YamlScalar.Kind.FLOAT) {
            String text = scalar.written().value();
            found.add(new MisspelledSize(MisspelledSize.Kind.FLOAT, key, scalar.located(text), meantByFloat(text)));
        }
    }

    private void addKubernetes(String key, @Nullable ScalarNode scalar) {
        if (scalar == null || scalar.written().kind() != YamlScalar.Kind.STRING) {
            return;
        }
        String text = scalar.known();
        Optional<ByteSize> meant = text == null ? Optional.empty() : SizeGrammar.kubernetes(text);
        if (meant.isPresent()) {
            found.add(new MisspelledSize(
                    MisspelledSize.Kind.KUBERNETES,
                    key,
                    scalar.located(scalar.text().value()),
                    meant));
        }
    }

    /** Gibibytes for a small number, bytes for one that makes a limit as bytes. */
    private static Optional<ByteSize> meantByFloat(String text) {
        double number;
        try {
            number = Double.parseDouble(text.replace("_", ""));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        if (number > 0 && number <= MOST_GIBIBYTES) {
            // whole mebibytes, which every place can spell
            long mebibytes = Math.round(number * 1024);
            return mebibytes == 0 ? Optional.empty() : Optional.of(ByteSize.mebibytes(mebibytes));
        }
        boolean bytes = number >= MemoryLimits.MINIMUM.bytes() && number < 1e18;
        return bytes ? Optional.of(new ByteSize((long) number)) : Optional.empty();
    }
}
