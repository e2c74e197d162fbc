package dev.plimsoll.diagnostic;

/**
 * Identity of a diagnostic across runs: rule, file, container and evidence; neither wording nor line, so that a reworded
 * message or a moved line does not look like a new finding. The prefix names the version of this recipe.
 */
final class Fingerprint {
    private static final String VERSION = "v1:";

    // FNV-1a, 64 bit: identities need no cryptography, and the JDK's digests cost more to load than a whole run
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final char SEPARATOR = '\u0000';

    private Fingerprint() {}

    static String of(Diagnostic diagnostic, String path) {
        Finding finding = diagnostic.finding();
        long hash = OFFSET_BASIS;
        hash = add(hash, diagnostic.rule());
        hash = add(hash, path);
        hash = add(hash, finding.container().orElse(""));
        hash = add(hash, finding.evidence());
        String digits = Long.toHexString(hash);
        return VERSION + "0".repeat(16 - digits.length()) + digits;
    }

    private static long add(long hash, String part) {
        long result = hash;
        for (int i = 0; i < part.length(); i++) {
            result = (result ^ part.charAt(i)) * PRIME;
        }
        return (result ^ SEPARATOR) * PRIME;
    }
}
