package org.sayso.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing asserted (or denied) across reports, with every report of it as evidence.
 *
 * @param id unique in the record
 * @param summary one line for a reader
 * @param event what it is about
 * @param reports every stretch of text that carries it; never empty
 * @param outlets distinct publishers among the reports
 * @param independent how many vouchers do not go back to one another
 * @param roots vouchers at the ends of the chains
 */
public record Claim(
        String id,
        String summary,
        Frame event,
        Status status,
        List<Report> reports,
        int outlets,
        Independent independent,
        List<Root> roots,
        List<Denial> denials,
        List<NoComment> noComment,
        List<FigureLine> figures) {
    public Claim {
        reports = List.copyOf(reports);
        roots = List.copyOf(roots);
        denials = List.copyOf(denials);
        noComment = List.copyOf(noComment);
        figures = List.copyOf(figures);
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("claim " + id + " \"" + summary + "\" has no evidence");
        }
    }

    /**
     * The event in names and values, no longer in ids of one article.
     *
     * @param type absent for a statement that is no PLOVER event ("Kyiv was told beforehand")
     */
    public record Frame(
            Optional<EventType> type,
            Optional<String> mode,
            List<String> actors,
            List<String> recipients,
            Optional<String> when,
            Optional<String> where) {
        public Frame {
            actors = List.copyOf(actors);
            recipients = List.copyOf(recipients);
        }
    }

    public enum Status {
        ASSERTED,
        CONFIRMED,
        DISPUTED,
        DENIED,
        RETRACTED,
        REVERSED
    }

    /**
     * @param doc docId
     * @param span into that article's text
     * @param said the chain in words, outermost first; empty: the publisher's own words
     */
    public record Report(String doc, Span span, List<String> said) {
        public Report {
            said = List.copyOf(said);
        }
    }

    /**
     * @param count absent where not even a lower bound can be given
     * @param established false: the texts cannot tell whether the vouchers overlap
     * @param why the reason, for a reader
     */
    public record Independent(Optional<Integer> count, boolean established, String why) {}

    /**
     * @param voucher who vouches at the end of the chain
     * @param via the outlet through which it reached the rest
     * @param kind of the voucher
     * @param firstDoc docId of the earliest report that carries it
     */
    public record Root(String voucher, Optional<String> via, Attribution.Source.Kind kind, String firstDoc) {}

    public enum Scope {
        WHOLE,
        PART
    }

    public record Denial(String by, Optional<LocalDate> on, Scope scope, String doc, Span span) {}

    public record NoComment(String by, String doc, Span span) {}

    /** REVISION: the same party, a later number. DISPUTE: another party. SLIP: a misprint of the other. */
    public enum Relation {
        FIRST,
        REVISION,
        DISPUTE,
        SLIP
    }

    public record FigureLine(
            String party,
            Figure.Measure measure,
            String unit,
            Optional<BigDecimal> low,
            Optional<BigDecimal> high,
            Optional<LocalDate> asOf,
            String doc,
            Span span,
            Relation relation) {}
}
