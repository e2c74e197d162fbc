package dev.plimsoll.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands that build an image from a Dockerfile on standard input: {@code docker build -}, {@code podman build -f- .}. */
final class DockerBuild {
    private static final String INPUT = "-";

    private DockerBuild() {}

    /** The name of the file that standard input stands for, at the word that asks for it; null if the command does not. */
    static @Nullable Word fileFromInput(List<Word> words) {
        int docker = Programs.docker(words);
        int build = docker < 0 ? -1 : build(words, docker + 1);
        int asked = build < 0 ? -1 : asked(words, build);
        if (asked < 0) {
            return null;
        }
        boolean podman = words.get(docker).value().contains("podman");
        return Word.standingFor(
                podman ? WrittenFile.CONTAINERFILE : WrittenFile.DOCKERFILE,
                words.get(asked).at());
    }

    private static int asked(List<Word> words, int build) {
        int context = -1;
        for (int i = build + 1; i < words.size(); i++) {
            String word = words.get(i).value();
            if (word.equals("-f-") || word.equals("-f=-") || word.equals("--file=-")) {
                return i;
            }
            if (word.equals(INPUT)) {
                String before = words.get(i - 1).value();
                if (before.equals("-f") || before.equals("--file")) {
                    return i;
                }
                context = i;
            } else if (word.equals("-f") || word.startsWith("--file") || word.startsWith("-f")) {
                // the context comes from standard input, and holds the Dockerfile
                return i + 1 < words.size() && words.get(i + 1).value().equals(INPUT) && word.indexOf('=') < 0
                        ? i + 1
                        : -1;
            }
        }
        return context == words.size() - 1 ? context : -1;
    }

    /** The index of the command that builds: {@code build}, {@code buildx build}, {@code image build}; -1 for another one. */
    private static int build(List<Word> words, int from) {
        int at = from;
        while (at < words.size()
                && (words.get(at).value().equals("buildx")
                        || words.get(at).value().equals("image")
                        || words.get(at).value().equals("builder"))) {
            at++;
        }
        return at < words.size() && words.get(at).value().equals("build") ? at : -1;
    }
}
