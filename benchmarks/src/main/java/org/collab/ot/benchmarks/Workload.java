package org.collab.ot.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.Limits;
import org.collab.ot.RichText;

/** The files that {@code js/workload.mjs} wrote, in the folder that the property {@code workload} names. */
final class Workload {

    private Workload() {}

    /** A formatted document of that many runs. */
    static RichText document(int runs) {
        return RichText.of(DeltaJson.read(text("document-" + runs + ".json"), Limits.DOCUMENT));
    }

    /** A file of deltas, one a line. */
    static List<Delta> deltas(String name) {
        return text(name).lines().map(DeltaJson::read).toList();
    }

    static String text(String name) {
        String folder = System.getProperty("workload");
        if (folder == null) {
            throw new IllegalStateException("the property workload must name the workload's folder");
        }
        try {
            return Files.readString(Path.of(folder, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
