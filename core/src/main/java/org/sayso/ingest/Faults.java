package org.sayso.ingest;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.sayso.model.Outcome;

/** Failures of files and connections in the words of the one who reads the list of what was left out. */
final class Faults {
    private Faults() {}

    static Incoming unreadable(String place, IOException e) {
        return Incoming.missed(place, Outcome.Reason.UNREADABLE, message(e));
    }

    static Incoming unreachable(String place, Throwable e) {
        return Incoming.missed(place, Outcome.Reason.UNREACHABLE, message(e));
    }

    static String message(Throwable e) {
        return switch (e) {
            case NoSuchFileException none -> "no such file";
            case FileNotFoundException none -> "no such file, or it may not be read";
            case AccessDeniedException denied -> "permission denied";
            case NotDirectoryException plain -> "not a folder";
            case FileSystemLoopException loop -> "links that lead in a circle";
            case EOFException end -> "the compressed data end too early";
            case ZipException broken -> "the compressed data are broken: " + broken.getMessage();
            case HttpTimeoutException slow -> "no answer in time: " + slow.getMessage();
            case UnknownHostException unknown -> "no such host: " + unknown.getMessage();
            case ConnectException refused -> unresolved(refused) ? "no such host" : "the connection was refused";
            case SSLException tls -> "no secure connection: " + tls.getMessage();
            default -> plain(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        };
    }

    /** Quirk: the JDK's HTTP client tells the state of its parser where a server hangs up. */
    private static String plain(String message) {
        if (message.startsWith("parsing HTTP") || message.startsWith("HTTP/1.1 header parser")) {
            return "the server hung up before it had answered";
        }
        return message.startsWith("fixed content-length") || message.startsWith("chunked transfer encoding")
                ? "the answer broke off (" + message + ")"
                : message;
    }

    private static boolean unresolved(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
