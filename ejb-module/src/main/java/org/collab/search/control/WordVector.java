package org.collab.search.control;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Words as PostgreSQL's text search takes them: {@code 'plan':1,7 'train':2}. Stays below the database's limits: a
 * vector of 1 MB, positions up to 16,383. What goes beyond is left out: rare words of enormous documents.
 */
final class WordVector {
    private static final int MOST_BYTES = 900_000;
    private static final int MOST_POSITIONS = 40;
    private static final int LAST_POSITION = 16_383;
    private static final int BYTES_PER_WORD = 4;
    private static final int BYTES_PER_POSITION = 2;

    private final String weight;
    private final Map<String, List<Integer>> positions = new LinkedHashMap<>();
    private int position;
    private int bytes;

    private WordVector(String weight) {
        this.weight = weight;
    }

    static String ofTitle(String title) {
        return of(title, "A");
    }

    static String ofText(String text) {
        return of(text, "");
    }

    private static String of(String text, String weight) {
        WordVector vector = new WordVector(weight);
        Words.read(text, word -> vector.add(word.folded()));
        return vector.positions.entrySet().stream()
                .map(entry -> vector.written(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private boolean add(String word) {
        position++;
        List<Integer> places = positions.get(word);
        if (places == null) {
            bytes += word.getBytes(StandardCharsets.UTF_8).length + BYTES_PER_WORD;
            places = new ArrayList<>();
            positions.put(word, places);
        }
        if (position <= LAST_POSITION && places.size() < MOST_POSITIONS) {
            places.add(position);
            bytes += BYTES_PER_POSITION;
        }
        return bytes < MOST_BYTES;
    }

    /** Words are letters and digits only, so nothing has to be escaped. */
    private String written(String word, List<Integer> places) {
        String list = places.stream().map(place -> place + weight).collect(Collectors.joining(","));
        return list.isEmpty() ? "'" + word + "'" : "'" + word + "':" + list;
    }

    /** All of the words, the last one as a beginning: {@code 'train' & 'ti':*}. */
    static String query(List<String> words) {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" & ")) + ":*";
    }
}
