package org.sayso.cli;

import java.io.IOException;
import java.util.List;
import org.sayso.merge.Merger;
import org.sayso.model.Story;
import org.sayso.store.RecordStore;
import picocli.CommandLine.Option;

/** Narrows a list to one story. */
final class Only {
    @Option(names = "--story", paramLabel = "ID", description = "Only of stories whose id is this, or begins so.")
    String story = "";

    List<Story> stories(RecordStore store) throws IOException {
        return StoryId.meant(store.stories(Merger.load()), story);
    }
}
