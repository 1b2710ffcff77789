package org.collab.persistence.entity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a native query's result. Servers differ in the types that they give back for the same column. */
public final class Row {
    private final @Nullable Object[] columns;

    private Row(@Nullable Object[] columns) {
        this.columns = columns;
    }

    /** Of a query with several columns. */
    public static List<Row> of(List<?> result) {
        return result.stream().map(row -> new Row((Object[]) row)).toList();
    }

    public UUID id(int column) {
        return optionalId(column).orElseThrow();
    }

    public Optional<UUID> optionalId(int column) {
        return optionalText(column).map(UUID::fromString);
    }

    public String text(int column) {
        return optionalText(column).orElseThrow();
    }

    public Optional<String> optionalText(int column) {
        return Optional.ofNullable(columns[column]).map(Object::toString);
    }

    public long number(int column) {
        return columns[column] instanceof Number number ? number.longValue() : 0;
    }

    public boolean flag(int column) {
        return Boolean.TRUE.equals(columns[column]);
    }

    public byte[] bytes(int column) {
        return columns[column] instanceof byte[] bytes ? bytes : new byte[0];
    }

    public Instant instant(int column) {
        return optionalInstant(column).orElseThrow();
    }

    public Optional<Instant> optionalInstant(int column) {
        @Nullable Object stored = columns[column];
        if (stored == null) {
            return Optional.empty();
        }
        return Optional.of(stored instanceof OffsetDateTime time ? time.toInstant() : ((Date) stored).toInstant());
    }
}
