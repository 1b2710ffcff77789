package org.collab.it.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Another JVM of this user, as {@code jcmd} sees it. */
record Jvm(long pid) {
    private static final Pattern THREAD = Pattern.compile("(?m)^\"(.*)\" #\\d+");

    /** How many class loaders hold a class of this name after a full collection. */
    long loadersOf(String className) {
        jcmd("GC.run");
        return jcmd("VM.classloaders", "show-classes=true", "fold=false")
                .lines()
                .map(line -> line.replaceAll("^[ |+\\-]+", "").strip())
                .filter(line -> line.equals(className) || line.startsWith(className + ","))
                .count();
    }

    /** How many threads there are of each kind: names without their numbers. */
    Map<String, Long> threads() {
        return THREAD.matcher(jcmd("Thread.print"))
                .results()
                .map(match -> match.group(1).replaceAll("[0-9]+", "#"))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    /** Keeps everything that is reachable, for whoever looks for what holds it. */
    void dumpHeap(Path file) throws IOException {
        Files.deleteIfExists(file);
        jcmd("GC.heap_dump", file.toString());
    }

    private String jcmd(String... command) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + pid)
                .redirectErrorStream(true);
        builder.command().addAll(java.util.List.of(command));
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(builder.command() + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new AssertionError(builder.command().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
