package org.collab.ot.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.collab.ot.RichText;

/** Prints what a formatted document takes on the heap, in bytes a character, as the mean of several. */
public final class Heap {

    private static final int DOCUMENTS = 20;

    private Heap() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        String runs = args[0];
        List<RichText> documents = new ArrayList<>();
        documents.add(Workload.document(Integer.parseInt(runs)));
        long before = used();
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(Workload.document(Integer.parseInt(runs)));
        }
        double bytes = (double) (used() - before) / DOCUMENTS / documents.get(0).length();
        System.out.printf(
                Locale.ROOT,
                "{\"documents\":%d,\"length\":%d,\"bytesPerCharacter\":%.2f}%n",
                documents.size(),
                documents.get(0).length(),
                bytes);
    }

    /** Several collections, since one may leave what only a later one can free. */
    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
