package org.collab.load;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.collab.collaboration.control.HistoryFiller;

/**
 * Measures what grows with what: deliveries for each second of CPU time with a document's editors and with the number of
 * documents, the cost of an edit with the length of its document and of its document's history. The CPU time is the
 * server's and the database's together. Writes a JSON line for each point, and a plot for each growth.
 */
public final class Growth {
    /** Who types in the growth by editors: as many in all, spread over fewer and fewer documents. */
    private static final int EDITORS_IN_ALL = 200;

    private static final List<Integer> EDITORS = List.of(2, 5, 10, 20, 50, 100, 200);
    private static final double EDITS_EACH = 2;

    private static final List<Integer> DOCUMENTS = List.of(1, 10, 100, 500, 1_000, 2_000);
    private static final int EDITORS_EACH = 2;
    private static final double EDITS_IN_ALL = 400;

    private static final int EDITORS_OF_ONE = 10;
    private static final double EDITS_OF_ONE_EACH = 10;
    private static final int USUAL_LENGTH = 5_000;
    private static final List<Integer> LENGTHS = List.of(1_000, 10_000, 100_000, 1_000_000, 1_990_000);
    private static final List<Integer> HISTORIES = List.of(1_000, 10_000, 100_000, 1_000_000);

    private static final Duration LONGEST_DERIVATION = Duration.ofMinutes(20);

    private final GrowthOptions options;
    private final Installation installation;
    private boolean failed;

    private record Measured(int at, StepResult step) {
        double deliveriesPerCpuSecond() {
            return step.deliveries() * step.seconds() / cpuSeconds();
        }

        double cpuMicrosPerEdit() {
            return cpuSeconds() * 1e6 / (step.made() * step.seconds());
        }

        private double cpuSeconds() {
            return step.serverCpu().orElseThrow();
        }
    }

    private interface Measurement {
        List<Measured> take() throws IOException, InterruptedException, SQLException;
    }

    private Growth(GrowthOptions options, Installation installation) {
        this.options = options;
        this.installation = installation;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        GrowthOptions options;
        try {
            options = GrowthOptions.of(arguments, System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.err.println("seed " + options.seed());
        Growth growth = new Growth(options, Installation.signIn(options.account()));
        growth.measure();
        System.exit(growth.failed ? 1 : 0);
    }

    private void measure() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(options.out());
        forgetEarlier();
        type(newDocuments(1), EDITORS_OF_ONE, EDITS_OF_ONE_EACH, USUAL_LENGTH, options.firstWarmSeconds());
        plot(
                "editors",
                "deliveries for each second of CPU time",
                "editors of each document, 200 in all",
                this::byEditors,
                Measured::deliveriesPerCpuSecond);
        plot(
                "documents",
                "deliveries for each second of CPU time",
                "documents of 2 editors, 400 edits a second in all",
                this::byDocuments,
                Measured::deliveriesPerCpuSecond);
        plot(
                "length",
                "CPU time of an edit, µs",
                "UTF-16 code units in the document",
                this::byLength,
                Measured::cpuMicrosPerEdit);
        plot(
                "history",
                "CPU time of an edit, µs",
                "changes in the document's history",
                this::byHistory,
                Measured::cpuMicrosPerEdit);
    }

    /** Drops the lines of what is measured anew. */
    private void forgetEarlier() throws IOException {
        if (Files.exists(lines())) {
            List<String> others = Files.readAllLines(lines()).stream()
                    .filter(line -> options.only().stream()
                            .noneMatch(growth -> line.startsWith("{\"growth\":\"" + growth + "\"")))
                    .toList();
            Files.write(lines(), others);
        }
    }

    private Path lines() {
        return options.out().resolve("growth.jsonl");
    }

    private List<Measured> byEditors() throws IOException, InterruptedException {
        List<Measured> points = new ArrayList<>();
        for (int editors : EDITORS) {
            points.add(told("editors", editors, type(newDocuments(EDITORS_IN_ALL / editors), editors, EDITS_EACH)));
        }
        return points;
    }

    private List<Measured> byDocuments() throws IOException, InterruptedException {
        List<Measured> points = new ArrayList<>();
        for (int documents : DOCUMENTS) {
            if (documents * EDITORS_EACH <= options.mostConnections()) {
                double rate = EDITS_IN_ALL / (documents * EDITORS_EACH);
                points.add(told("documents", documents, type(newDocuments(documents), EDITORS_EACH, rate)));
            }
        }
        return points;
    }

    private List<Measured> byLength() throws IOException, InterruptedException {
        List<Measured> points = new ArrayList<>();
        for (int length : LENGTHS) {
            if (length <= options.mostLength()) {
                points.add(told(
                        "length",
                        length,
                        type(newDocuments(1), EDITORS_OF_ONE, EDITS_OF_ONE_EACH, length, options.warmSeconds())));
            }
        }
        return points;
    }

    private List<Measured> byHistory() throws IOException, InterruptedException, SQLException {
        List<Measured> points = new ArrayList<>();
        for (int history : HISTORIES) {
            if (history <= options.mostHistory()) {
                List<String> document = newDocuments(1);
                try (var connection = new LaunchedDatabase(options.data()).connect()) {
                    new HistoryFiller(document.get(0), installation.userId(), options.seed()).fill(connection, history);
                }
                derive(document);
                points.add(told("history", history, type(document, EDITORS_OF_ONE, EDITS_OF_ONE_EACH)));
            }
        }
        return points;
    }

    /** Opens a document whose history is new to the server, which makes a snapshot, chunks and contributions of it then. */
    private void derive(List<String> document) throws IOException, InterruptedException {
        Crowd.of(installation, options.seed(), options.server(), document, 1, USUAL_LENGTH)
                .close();
        options.server().awaitRest(LONGEST_DERIVATION);
    }

    private List<String> newDocuments(int count) throws IOException, InterruptedException {
        return installation.createDocuments("Growth", count);
    }

    private StepResult type(List<String> documents, int editors, double rate) throws IOException, InterruptedException {
        return type(documents, editors, rate, USUAL_LENGTH, options.warmSeconds());
    }

    private StepResult type(List<String> documents, int editors, double rate, int length, int warmSeconds)
            throws IOException, InterruptedException {
        try (Crowd crowd = Crowd.of(installation, options.seed(), options.server(), documents, editors, length)) {
            return crowd.type(rate, warmSeconds, options.seconds());
        }
    }

    private Measured told(String growth, int at, StepResult step) throws IOException {
        String line = Json.createObjectBuilder()
                .add("growth", growth)
                .add("at", at)
                .addAll(Json.createObjectBuilder(step.toJson()))
                .build()
                .toString();
        System.out.println(line);
        Files.writeString(lines(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        failed |= step.missing() > 0 || step.errors() > 0;
        return new Measured(at, step);
    }

    private void plot(
            String growth, String title, String axis, Measurement measurement, ToDoubleFunction<Measured> cost)
            throws IOException, InterruptedException, SQLException {
        if (!options.only().contains(growth)) {
            return;
        }
        List<Measured> points = measurement.take();
        if (points.isEmpty()) {
            return;
        }
        List<Plot.Point> drawn = points.stream()
                .map(point -> new Plot.Point(point.at(), cost.applyAsDouble(point)))
                .toList();
        new Plot(title, axis, List.of(new Plot.Line("", drawn)))
                .write(options.out().resolve("growth-" + growth + ".svg"));
    }
}
