package org.collab.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Lines over one axis, both on logarithmic scales, as SVG.
 *
 * @param title what is drawn, with its unit
 * @param axis what the points' {@code x} counts
 */
record Plot(String title, String axis, List<Line> lines) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int BOTTOM = 310;
    private static final int RIGHT = 590;
    private static final int TOP = 30;
    private static final List<String> COLORS = List.of("#1d7a64", "#b3541e", "#3b5fa8");

    /** @param name stands at the line's end */
    record Line(String name, List<Point> points) {
        Line {
            points = List.copyOf(points);
        }
    }

    record Point(double x, double y) {}

    Plot {
        lines = List.copyOf(lines);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, draw());
    }

    private String draw() {
        Scale across = Scale.of(lines, Point::x, LEFT, RIGHT);
        Scale up = Scale.of(lines, Point::y, BOTTOM, TOP);
        StringBuilder svg = new StringBuilder()
                .append(format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"", WIDTH, HEIGHT))
                .append(
                        " font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (double value : across.decades()) {
            svg.append(format(
                    "<path d=\"M%.1f %dV%d\" stroke=\"#ddd\"/><text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    across.at(value), TOP, BOTTOM, across.at(value), BOTTOM + 18, number(value)));
        }
        for (double value : up.decades()) {
            svg.append(format(
                    "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT, up.at(value), RIGHT, LEFT - 6, up.at(value) + 4, number(value)));
        }
        for (int i = 0; i < lines.size(); i++) {
            line(svg, lines.get(i), COLORS.get(i % COLORS.size()), across, up);
        }
        return svg.append(format("<text x=\"%d\" y=\"18\">%s</text>%n", LEFT, title))
                .append(format("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n", RIGHT, BOTTOM + 38, axis))
                .append("</svg>\n")
                .toString();
    }

    private static void line(StringBuilder svg, Line line, String color, Scale across, Scale up) {
        String points = line.points().stream()
                .map(point -> format("%.1f,%.1f", across.at(point.x()), up.at(point.y())))
                .collect(Collectors.joining(" "));
        Point last = line.points().get(line.points().size() - 1);
        svg.append(format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
                        + "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>%n",
                points, color, across.at(last.x()) + 6, up.at(last.y()) + 4, color, line.name()));
    }

    private static String number(double value) {
        return value >= 1 ? format("%,.0f", value) : format("%.2f", value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** Whole decades, laid out between two places. */
    private record Scale(double lowest, double highest, int from, int to) {
        static Scale of(List<Line> lines, ToDoubleFunction<Point> value, int from, int to) {
            double[] values = lines.stream()
                    .flatMap(line -> line.points().stream())
                    .mapToDouble(value)
                    .map(each -> Math.max(each, 0.01))
                    .sorted()
                    .toArray();
            double lowest = Math.pow(10, Math.floor(Math.log10(values[0])));
            double highest = Math.pow(10, Math.ceil(Math.log10(values[values.length - 1])));
            return new Scale(lowest, Math.max(highest, 10 * lowest), from, to);
        }

        double at(double value) {
            return from + (to - from) * Math.log(Math.max(value, lowest) / lowest) / Math.log(highest / lowest);
        }

        double[] decades() {
            int count = (int) Math.round(Math.log10(highest / lowest)) + 1;
            double[] decades = new double[count];
            for (int i = 0; i < count; i++) {
                decades[i] = lowest * Math.pow(10, i);
            }
            return decades;
        }
    }
}
