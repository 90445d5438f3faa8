"""What a test reads off a saved picture of the map."""

import re

from defusedxml import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
KNOWN = {
    *("svg", "title", "g", "rect", "path", "text", "image", "clipPath"),
}
"""Every element that a sheet is made of."""


def save_picture(page, frame, *, paper="A4-landscape", kind="svg", title=None):
    """Save a picture with the dialog; `frame` is where the map is."""
    frame.locator(".picture-button").click()
    dialog = frame.locator(".picture-dialog")
    if title is not None:
        dialog.locator("input").fill(title)
    dialog.locator("select").nth(0).select_option(paper)
    dialog.locator("select").nth(1).select_option(kind)
    with page.expect_download() as download:
        dialog.locator(".primary").click()
    dialog.locator(".buttons button").last.click()
    return download.value


class SheetFile:
    """A saved SVG, read as any program would."""

    def __init__(self, path):
        self.root = ElementTree.parse(path).getroot()

    def group(self, name):
        return self.root.find(f".//{SVG}g[@id='{name}']")

    def texts(self, name=None):
        """Give the texts of a group, or of the whole sheet."""
        place = self.root if name is None else self.group(name)
        return ["".join(node.itertext()) for node in place.iter(f"{SVG}text")]

    def of_class(self, name):
        return [
            "".join(node.itertext())
            for node in self.root.iter(f"{SVG}text")
            if node.get("class") == name
        ]

    def park(self, name):
        """Give the groups that a park is drawn in."""
        groups = self.group("map").iter(f"{SVG}g")
        return (g for g in groups if g.findtext(f"{SVG}title") == name)

    def parks(self):
        """Give the names of the parks that are drawn."""
        groups = self.group("map").iter(f"{SVG}g")
        return [g.find(f"{SVG}title").text for g in groups if g.get("class") == "park"]

    def elements(self):
        return {node.tag.removeprefix(SVG) for node in self.root.iter()}

    def counts(self):
        """Give the legend's counts of parks, from the top."""
        legend = self.group("legend").iter(f"{SVG}text")
        said = [node.text for node in legend if node.get("class") == "count"]
        return [int(text) for text in said if text.isdigit()]

    def scale(self):
        """Give the length of the scale bar in units, and what it says in metres."""
        (bar,) = [r for r in self.group("scale") if r.get("class") == "bar"]
        number, unit = re.fullmatch(r"([\d.]+) (k?m)", self.texts("scale")[-1]).groups()
        return float(bar.get("width")), float(number) * (1000 if unit == "km" else 1)

    def frame(self):
        (clip,) = self.root.iter(f"{SVG}clipPath")
        return [float(clip[0].get(name)) for name in ("x", "y", "width", "height")]
