"""Notes: in the tree each stands where it is referred to, as an element `note` with its blocks."""

from lxml import etree

_BACK = "↩"
_BACK_TAG = "back"


def put_in_place(body: etree._Element) -> None:
    """Move the notes that markdown-it puts at the end to where they are referred to."""
    notes = {item.get("id"): item for item in body.iterfind("section/ol/li")}
    for reference in list(body.iter("sup")):
        link = reference.find("a")
        item = notes.get(link.get("href", "")[1:]) if link is not None else None
        if item is not None:
            reference.clear(keep_tail=True)
            reference.tag = "note"
            reference.extend(_without_way_back(item))
    for section in body.findall("section"):
        separator = section.getprevious()
        if separator is not None and separator.tag == "hr":
            body.remove(separator)
        body.remove(section)


def _without_way_back(item: etree._Element) -> list[etree._Element]:
    copied = etree.fromstring(etree.tostring(item, with_tail=False))
    for link in copied.xpath(".//a[starts-with(@href, '#fnref')]"):
        link.tag = _BACK_TAG
    etree.strip_elements(copied, _BACK_TAG, with_tail=False)
    return list(copied)


def set_below(body: etree._Element, *, linked: bool) -> None:
    """Set the notes of a page below it, for formats that know no notes; a number stands for each."""
    references = list(body.iter("note"))
    if not references:
        return
    etree.SubElement(body, "hr")
    listed = etree.SubElement(body, "ol")
    for number, reference in enumerate(references, start=1):
        item = etree.SubElement(listed, "li", id=f"fn{number}")
        item.extend(list(reference))
        reference.clear(keep_tail=True)
        reference.tag = "sup"
        if not linked:
            reference.text = str(number)
            continue
        etree.SubElement(reference, "a", href=f"#fn{number}", id=f"fnref{number}").text = str(number)
        last = item[-1] if len(item) else item
        etree.SubElement(last, "a", href=f"#fnref{number}").text = _BACK
