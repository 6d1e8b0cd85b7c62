package org.sayso.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sayso.model.Span;

/** Reads UD treebanks and puts their documents' text together again. */
final class Conllu {
    private Conllu() {}

    /**
     * One syntactic word of the treebank.
     *
     * @param span in the document's text
     * @param head 0 for the root, else place in the sentence from 1
     * @param notes the last column
     */
    record Row(
            String form, String lemma, String upos, String xpos, int head, String relation, String notes, Span span) {}

    /** A document: paragraphs are parted by an empty line, sentences by a blank unless the treebank says otherwise. */
    record Document(String id, String text, List<List<Row>> sentences) {}

    /**
     * The documents of a file, in order.
     *
     * @throws IOException with file and line where a word is not found in its sentence's text
     */
    static List<Document> documents(Path file) throws IOException {
        Reader reader = new Reader(file);
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line;
            while ((line = in.readLine()) != null) {
                reader.line(line);
            }
        }
        reader.endDocument();
        return reader.documents;
    }

    private static final class Reader {
        private final Path file;
        private final List<Document> documents = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final List<String[]> rows = new ArrayList<>();
        private List<List<Row>> sentences = new ArrayList<>();
        private String id = "";
        private String sentence = "";
        private boolean paragraph;
        private boolean glued;
        private int number;

        Reader(Path file) {
            this.file = file;
        }

        void line(String line) throws IOException {
            number++;
            if (line.startsWith("# newdoc")) {
                endDocument();
                id = line.substring(line.indexOf('=') + 1).strip();
            } else if (line.startsWith("# newpar") && !line.startsWith("# newpar_block")) {
                paragraph = true;
            } else if (line.startsWith("# text = ")) {
                sentence = line.substring("# text = ".length());
            } else if (line.isEmpty()) {
                endSentence();
            } else if (!line.startsWith("#")) {
                rows.add(line.split("\t"));
            }
        }

        private void endSentence() throws IOException {
            if (rows.isEmpty()) {
                return;
            }
            if (!text.isEmpty()) {
                text.append(paragraph ? "\n\n" : glued ? "" : " ");
            }
            int at = text.length();
            text.append(sentence);
            List<Row> words = new ArrayList<>();
            for (String[] c : rows) {
                if (c[0].contains("-") || c[0].contains(".")) {
                    continue;
                }
                at = text.indexOf(c[1], at);
                if (at < 0) {
                    throw new IOException(file + ":" + number + ": word " + c[1] + " is not in: " + sentence);
                }
                Span span = new Span(at, at + c[1].length());
                words.add(new Row(c[1], c[2], c[3], c[4], Integer.parseInt(c[6]), c[7], c[9], span));
                at = span.end();
            }
            String[] last = rows.getLast();
            glued = last[9].contains("SpaceAfter=No") || lastMultiword().contains("SpaceAfter=No");
            sentences.add(words);
            rows.clear();
            paragraph = false;
        }

        /** Notes on the multiword token that ends the sentence, if one does. */
        private String lastMultiword() {
            String last = rows.getLast()[0];
            return rows.stream()
                    .filter(c -> c[0].endsWith("-" + last))
                    .map(c -> c[9])
                    .findFirst()
                    .orElse("");
        }

        private void endDocument() throws IOException {
            endSentence();
            if (!sentences.isEmpty()) {
                documents.add(new Document(id, text.toString(), sentences));
            }
            sentences = new ArrayList<>();
            text.setLength(0);
            paragraph = false;
        }
    }
}
