"""The lines of factuality.txt as documents for states.py."""
import factuality
import prepare
import text


def documents(path):
    """Each with `events`: (index of the event's first word, author's class, source's class or None), and `part`."""
    for number, (part, line, events) in enumerate(factuality.read(path)):
        spans = text.sentences(line)
        doc = prepare.document("factuality", number, [[line[s:e] for s, e in sentence] for sentence in spans])
        at = {s: k for k, (s, _) in enumerate(x for sentence in spans for x in sentence)}
        doc["part"] = part
        doc["events"] = [(at[start], author, source) for start, _, author, source in events]
        yield doc
