package org.collab.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Latency against load, both on logarithmic scales, as SVG. */
final class LatencyPlot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 60;
    private static final int BOTTOM = 310;
    private static final int RIGHT = 610;
    private static final int TOP = 30;

    private final double lowestRate;
    private final double highestRate;
    private final double lowest;
    private final double highest;

    private LatencyPlot(List<StepResult> steps) {
        lowestRate = decade(steps.stream().mapToDouble(StepResult::made).min().orElse(1));
        highestRate =
                10 * decade(steps.stream().mapToDouble(StepResult::made).max().orElse(1));
        lowest = decade(steps.stream()
                .mapToDouble(step -> step.propagationMillis(50))
                .min()
                .orElse(1));
        highest = 10
                * decade(steps.stream()
                        .mapToDouble(step -> step.propagationMillis(99))
                        .max()
                        .orElse(1));
    }

    static void write(Path file, List<StepResult> steps) throws IOException {
        Files.writeString(file, new LatencyPlot(steps).draw(steps));
    }

    private static double decade(double value) {
        return Math.pow(10, Math.floor(Math.log10(Math.max(value, 0.01))));
    }

    private String draw(List<StepResult> steps) {
        StringBuilder svg = new StringBuilder()
                .append(format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"", WIDTH, HEIGHT))
                .append(
                        " font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (double rate = lowestRate; rate <= highestRate * 1.01; rate *= 10) {
            svg.append(format(
                    "<path d=\"M%.1f %dV%d\" stroke=\"#ddd\"/><text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    x(rate), TOP, BOTTOM, x(rate), BOTTOM + 18, number(rate)));
        }
        for (double time = lowest; time <= highest * 1.01; time *= 10) {
            svg.append(format(
                    "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT, y(time), RIGHT, LEFT - 6, y(time) + 4, number(time)));
        }
        line(svg, steps, step -> step.propagationMillis(50), "#1d7a64", "p50");
        line(svg, steps, step -> step.propagationMillis(99), "#b3541e", "p99");
        StepResult any = steps.get(0);
        return svg.append(format(
                        "<text x=\"%d\" y=\"18\">edit made to seen by another, ms; %d documents with %d editors</text>%n",
                        LEFT, any.documents(), any.editors()))
                .append(format(
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">edits a second</text>%n", RIGHT, BOTTOM + 38))
                .append("</svg>\n")
                .toString();
    }

    private void line(
            StringBuilder svg, List<StepResult> steps, ToDoubleFunction<StepResult> millis, String color, String name) {
        String points = steps.stream()
                .map(step -> format("%.1f,%.1f", x(step.made()), y(millis.applyAsDouble(step))))
                .collect(Collectors.joining(" "));
        StepResult last = steps.get(steps.size() - 1);
        svg.append(format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
                        + "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>%n",
                points, color, x(last.made()) + 6, y(millis.applyAsDouble(last)) + 4, color, name));
    }

    private double x(double rate) {
        return LEFT + (RIGHT - LEFT) * share(rate, lowestRate, highestRate);
    }

    private double y(double millis) {
        return BOTTOM - (BOTTOM - TOP) * share(millis, lowest, highest);
    }

    private static double share(double value, double from, double to) {
        return Math.log(Math.max(value, from) / from) / Math.log(to / from);
    }

    private static String number(double value) {
        return value >= 1 ? format("%.0f", value) : format("%.2f", value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
