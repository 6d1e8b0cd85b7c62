package org.sayso.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.sayso.merge.Merger;
import org.sayso.server.Library;
import org.sayso.server.Server;
import org.sayso.store.RecordStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "serve",
        description = "Web pages and REST over a record, on this machine only, until stopped.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Option(
            names = "--port",
            defaultValue = "8733",
            paramLabel = "N",
            description = "Port (${DEFAULT-VALUE}); 0 takes a free one.")
    int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "ADDRESS",
            description =
                    "Address to bind (${DEFAULT-VALUE}). There is no login: another address lets others read the record.")
    String host;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Terminal terminal = main.terminal();
        try (RecordStore store = record.open();
                Server server = Server.start(new Library(store, Merger.load()), host, port)) {
            terminal.out().println("http://" + host + ":" + server.port() + "/");
            terminal.out().flush();
            terminal.message("serving " + record.db + "; Ctrl-C stops");
            new CountDownLatch(1).await();
            return Main.DONE;
        }
    }
}
