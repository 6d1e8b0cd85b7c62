package org.sayso.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.sayso.cli.Main;

/** One run of the program, as its user sees it. */
public record Run(int code, String out, String err) {
    public static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Run(code, out.toString(), err.toString());
    }

    public List<String> lines() {
        return out.lines().toList();
    }
}
