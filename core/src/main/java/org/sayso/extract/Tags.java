package org.sayso.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What a page says that it is about: JSON-LD, then meta elements, then links marked as tags; the first that says anything. */
final class Tags {
    private static final List<String> FIELDS =
            List.of("article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags");
    private static final int LONGEST = 60;
    private static final int MOST = 50;

    private Tags() {}

    static List<String> of(Markup page, StructuredData data) {
        List<String> said = split(data.keywords());
        for (String field : FIELDS) {
            said = said.isEmpty() ? split(page.metas(field)) : said;
        }
        return said.isEmpty() ? split(linked(page)) : said;
    }

    private static List<String> linked(Markup page) {
        return page.all("a").stream()
                .filter(a -> a.attr("rel").contains("tag"))
                .filter(a -> List.of(a.attr("rel").split(" ")).contains("tag"))
                .map(Element::text)
                .toList();
    }

    private static List<String> split(List<String> written) {
        Set<String> tags = new LinkedHashSet<>();
        for (String text : written) {
            for (String part : text.split("[,;]")) {
                String tag = part.strip();
                if (!tag.isEmpty() && tag.length() <= LONGEST && tags.size() < MOST) {
                    tags.add(tag);
                }
            }
        }
        return List.copyOf(tags);
    }
}
