package org.collab.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path into a folder named after their content.
 *
 * <p>They are unpacked beside their place and moved there when complete: a folder with the right name is always whole,
 * however often a start was cut short.
 */
final class PostgresBinaries {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /** @return the folder that holds {@code bin}, {@code lib} and {@code share} */
    static Path unpackInto(Path cache) throws IOException {
        var archive = archiveName(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        var home = cache.resolve("postgresql-" + fingerprint(archive));
        if (!Files.isDirectory(home)) {
            var partial = cache.resolve(home.getFileName() + ".partial");
            PrivateFiles.deleteFolder(partial);
            PrivateFiles.createFolder(partial);
            unpack(archive, partial);
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    static String archiveName(String osName, String osArch) {
        var os = osName.toLowerCase(Locale.ROOT);
        var system = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : "linux";
        var processor = osArch.equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + processor + ".txz";
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(open(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        var file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive's entry " + entry.getName() + " points outside of its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            makeExecutable(file, entry);
        }
    }

    private static void makeExecutable(Path file, TarArchiveEntry entry) throws IOException {
        var executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
        if (executable && !file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    /** Length and check sum that the jar has of it: reading 15 MB at each start would take a noticeable moment. */
    private static String fingerprint(String archive) throws IOException {
        if (locate(archive).openConnection() instanceof JarURLConnection jar) {
            var entry = jar.getJarEntry();
            return "%x-%08x".formatted(entry.getSize(), entry.getCrc());
        }
        throw new IOException(archive + " is not in a jar");
    }

    private static InputStream open(String archive) throws IOException {
        return new BufferedInputStream(locate(archive).openStream());
    }

    private static URL locate(String archive) {
        var location = PostgresBinaries.class.getResource("/" + archive);
        if (location == null) {
            throw new StartupFailure("This build has no PostgreSQL for this machine (" + archive
                    + "); build it on the kind of machine that runs it.");
        }
        return location;
    }
}
