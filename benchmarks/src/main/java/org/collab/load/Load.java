package org.collab.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Types into an installation's documents and measures how long edits take. One JSON line a step on standard output; what
 * went wrong on standard error. Exit status 1 where edits were missing or the server complained.
 */
public final class Load {
    /** Fewer of the deliveries that are due mean that the server, or the generator, falls behind. */
    private static final double KEPT_UP = 0.97;

    private Load() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LoadOptions options;
        try {
            options = LoadOptions.of(arguments, System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.err.println("seed " + options.seed());
        System.exit(run(options) ? 0 : 1);
    }

    private static boolean run(LoadOptions options) throws IOException, InterruptedException {
        Installation installation = Installation.signIn(options.account());
        List<String> documents = installation.createDocuments("Load", options.documents());
        List<StepResult> steps = new ArrayList<>();
        try (Crowd crowd = Crowd.of(
                installation, options.seed(), options.server(), documents, options.editors(), options.length())) {
            StepResult last;
            double rate = options.rate();
            do {
                last = crowd.type(rate, options.warmSeconds(), options.seconds());
                steps.add(last);
                System.out.println(last.toJson());
                rate *= options.ramp();
            } while (options.ramp() > 1 && isGood(last, options));
        }
        if (options.plot().isPresent()) {
            latency(steps).write(options.plot().get());
        }
        return steps.stream().allMatch(step -> step.missing() == 0 && step.errors() == 0);
    }

    private static boolean isGood(StepResult step, LoadOptions options) {
        return step.keepUp() >= KEPT_UP && step.missing() == 0 && step.propagationMillis(99) <= options.limitMillis();
    }

    private static Plot latency(List<StepResult> steps) {
        StepResult any = steps.get(0);
        return new Plot(
                "edit made to seen by another, ms; " + any.documents() + " documents with " + any.editors()
                        + " editors",
                "edits a second",
                List.of(percentile(steps, 50), percentile(steps, 99)));
    }

    private static Plot.Line percentile(List<StepResult> steps, int percentile) {
        return new Plot.Line(
                "p" + percentile,
                steps.stream()
                        .map(step -> new Plot.Point(step.made(), step.propagationMillis(percentile)))
                        .toList());
    }
}
