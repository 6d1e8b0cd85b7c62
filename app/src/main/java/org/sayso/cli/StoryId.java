package org.sayso.cli;

import java.util.List;
import java.util.Optional;
import org.sayso.model.Story;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which story a command is about. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StoryId {
    @Parameters(paramLabel = "ID", description = "A story's id, as `sayso stories` prints it, or how it begins.")
    String id;

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    /**
     * The story meant; empty where none is, which is said.
     *
     * @throws ParameterException where several are
     */
    Optional<Story> of(List<Story> stories, Terminal terminal) {
        List<Story> meant = meant(stories, id);
        if (meant.isEmpty()) {
            terminal.error("there is no story " + id + "; sayso stories lists those there are");
        }
        if (meant.size() > 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "the ids of " + meant.size() + " stories begin with \"" + id + "\": "
                            + String.join(
                                    ", ", meant.stream().map(Story::id).limit(5).toList())
                            + (meant.size() > 5 ? " …" : ""));
        }
        return meant.stream().findFirst();
    }

    /** Stories whose id is this, or begins so. */
    static List<Story> meant(List<Story> stories, String id) {
        return stories.stream().filter(s -> s.id().startsWith(id)).toList();
    }
}
