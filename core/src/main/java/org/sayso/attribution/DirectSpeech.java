package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;

/**
 * Gives quotations to those who say them. In a paragraph a quotation belongs to the cue of its own sentence, else to the
 * cue before it, else to the one after it. A paragraph without a cue goes on with the speaker of the one before it where that
 * one's last quotation was left open (the newspaper's way to quote several paragraphs), where it ended in a colon, or where
 * this one is nothing but a quotation.
 */
final class DirectSpeech {
    private final AnalyzedText text;
    private final List<Draft> drafts;

    private DirectSpeech(AnalyzedText text, List<Draft> drafts) {
        this.text = text;
        this.drafts = new ArrayList<>(drafts);
    }

    static List<Draft> assign(AnalyzedText text, List<Draft> drafts) {
        DirectSpeech speech = new DirectSpeech(text, drafts);
        speech.read();
        return speech.drafts;
    }

    private void read() {
        int owner = -1;
        boolean goesOn = false;
        for (Span paragraph : paragraphs(text)) {
            List<Quotation> quotations = Quotation.in(text.text(), paragraph);
            int last = -1;
            Optional<Quotation> before = Optional.empty();
            for (Quotation q : quotations) {
                boolean split = last >= 0 && before.filter(b -> goesOnIn(b, q)).isPresent();
                int found = split ? last : holder(q);
                if (split) {
                    takenFromOthers(q, last);
                }
                before = Optional.of(q);
                if (found < 0 && q.isSpeech(text.text())) {
                    found = nearest(q, paragraph, last);
                    boolean alone = found < 0 && last < 0 && owner >= 0;
                    if (alone && (goesOn || onlyQuoted(quotations, paragraph))) {
                        found = owner;
                    }
                }
                if (found >= 0) {
                    drafts.set(found, drafts.get(found).adding(grown(q, found)));
                    last = found;
                }
            }
            int cue = lastCue(paragraph);
            boolean open = !quotations.isEmpty() && !quotations.getLast().closed();
            boolean colon = text.text().charAt(paragraph.end() - 1) == ':';
            goesOn = open || colon && cue >= 0;
            owner = colon && cue >= 0 ? cue : last >= 0 ? last : open ? owner : -1;
        }
    }

    /** "Every time you say that," he said, "you help them": one sentence of one speaker. */
    private boolean goesOnIn(Quotation first, Quotation second) {
        String a = first.inner().of(text.text()).strip();
        String b = second.inner().of(text.text()).strip();
        boolean sentence = text.sentenceAt(first.span().start())
                .equals(text.sentenceAt(second.span().start()));
        return sentence && a.endsWith(",") && !b.isEmpty() && Character.isLowerCase(b.charAt(0));
    }

    private void takenFromOthers(Quotation q, int speaker) {
        for (int i = 0; i < drafts.size(); i++) {
            Draft d = drafts.get(i);
            boolean other = i != speaker && !q.span().covers(d.cue().getFirst());
            if (other && d.content().stream().anyMatch(q.span()::overlaps)) {
                List<Span> left = new ArrayList<>();
                d.content().forEach(c -> left.addAll(Pieces.without(text.text(), c, List.of(q.span()))));
                drafts.set(i, left.isEmpty() ? d : d.withContent(left));
            }
        }
    }

    static List<Span> paragraphs(AnalyzedText text) {
        List<Span> paragraphs = new ArrayList<>();
        int current = -1;
        for (Sentence s : text.sentences()) {
            if (s.paragraph() == current) {
                paragraphs.set(paragraphs.size() - 1, paragraphs.getLast().union(s.span()));
            } else {
                paragraphs.add(s.span());
                current = s.paragraph();
            }
        }
        return paragraphs;
    }

    /** The draft that already says most of the quotation, from outside of it; the innermost, where several do. */
    private int holder(Quotation q) {
        int best = -1;
        int size = Integer.MAX_VALUE;
        for (int i = 0; i < drafts.size(); i++) {
            Draft d = drafts.get(i);
            boolean turn = d.cue().getFirst().of(text.text()).equals(":");
            boolean within = !turn && q.span().covers(d.cue().getFirst());
            if (!within && !d.content().isEmpty() && Pieces.share(List.of(q.inner()), d.content()) >= 0.5) {
                int length = d.content().stream().mapToInt(Span::length).sum();
                if (length < size) {
                    size = length;
                    best = i;
                }
            }
        }
        return best;
    }

    /** A quotation that the content only touches is taken whole, with its marks; the cue is never swallowed. */
    private Span grown(Quotation q, int draft) {
        Span cue = Pieces.hull(drafts.get(draft).cue());
        return q.span().overlaps(cue) ? q.inner().overlaps(cue) ? firstContent(draft, q) : q.inner() : q.span();
    }

    private Span firstContent(int draft, Quotation q) {
        List<Span> content = drafts.get(draft).content();
        return content.isEmpty() ? q.span() : content.getFirst();
    }

    private int nearest(Quotation q, Span paragraph, int last) {
        int best = -1;
        int distance = Integer.MAX_VALUE;
        List<Sentence> own = text.sentencesIn(q.span());
        Span sentence = own.isEmpty()
                ? q.span()
                : own.getFirst().span().union(own.getLast().span());
        for (int i = 0; i < drafts.size(); i++) {
            Draft d = drafts.get(i);
            Span cue = d.cue().getFirst();
            if (!d.takesQuotes() || q.span().covers(cue) || !paragraph.covers(cue)) {
                continue;
            }
            int away = cue.start() >= q.span().end()
                    ? cue.start() - q.span().end()
                    : q.span().start() - cue.end();
            int rank = away
                    + (sentence.overlaps(cue) ? 0 : 10_000)
                    + (i == last && !sentence.overlaps(cue) ? -5_000 : 0)
                    + (d.content().isEmpty() ? -30 : 0);
            if (rank < distance) {
                distance = rank;
                best = i;
            }
        }
        return best;
    }

    private boolean onlyQuoted(List<Quotation> quotations, Span paragraph) {
        int quoted = quotations.stream().mapToInt(q -> q.span().length()).sum();
        return quoted >= paragraph.length() - 3;
    }

    private int lastCue(Span paragraph) {
        Optional<Integer> last = Optional.empty();
        for (int i = 0; i < drafts.size(); i++) {
            Span cue = drafts.get(i).cue().getFirst();
            if (drafts.get(i).takesQuotes() && paragraph.covers(cue)) {
                boolean later = last.isEmpty()
                        || drafts.get(last.get()).cue().getFirst().start() < cue.start();
                last = later ? Optional.of(i) : last;
            }
        }
        return last.orElse(-1);
    }
}
