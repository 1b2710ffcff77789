package org.collab.ot.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.collab.ot.TestJson;
import org.jspecify.annotations.Nullable;

/** Reads oracle files: JSON lines, gzipped where the name ends so, a header object first. */
final class OracleFile {

    private OracleFile() {}

    static void read(Path file, Consumer<OracleCase> reader) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            read(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, reader);
        }
    }

    /** The cases that come with the project. */
    static void readOwn(Consumer<OracleCase> reader) {
        try (InputStream in = OracleFile.class.getResourceAsStream("/delta-cases.jsonl.gz")) {
            read(new GZIPInputStream(Objects.requireNonNull(in)), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(InputStream in, Consumer<OracleCase> reader) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Map<String, @Nullable Object> object = TestJson.readObject(line);
            if (!object.containsKey("header")) {
                reader.accept(OracleCase.of(object));
            }
        }
    }
}
