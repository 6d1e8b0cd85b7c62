package org.sayso.extract;

import java.util.ArrayList;
import java.util.List;

/** Cuts off what follows on an article's end, and the closing lines that say whose work it is. Immutable. */
final class Endings {
    /** Credits are looked for among so many last paragraphs. */
    static final int LAST_LINES = 6;

    private final Asides asides;
    private final Agencies agencies;

    Endings(Asides asides, Agencies agencies) {
        this.asides = asides;
        this.agencies = agencies;
    }

    Candidate cut(Candidate text) {
        List<String> all = text.paragraphs();
        int end = asides.end(all);
        List<String> article = all.subList(0, end);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            verdicts.add(i < end ? verdict(article, i) : Verdict.AFTER_END);
        }
        return text.again(verdicts);
    }

    private Verdict verdict(List<String> article, int i) {
        boolean last = i >= Math.max(1, article.size() - LAST_LINES);
        if (last
                && agencies.credit(article.get(i)).filter(Agencies.Signed::drop).isPresent()) {
            return Verdict.CREDIT;
        }
        return asides.closes(article, i) ? Verdict.CLOSING : Verdict.KEPT;
    }
}
