"""What a map looks like around one park: its pixels, and what is found in them."""

import io

import numpy as np
from atlas import AtlasPage
from PIL import Image
from tile_files import MARK

PARK = "万科云城"
ZOOM = 16


def open_at(page, url, place, query=""):
    """Open the map on one park alone, with nothing else drawn."""
    atlas = AtlasPage(page, url).open(f"?q={PARK}{query}")
    atlas.expect_count(1)
    atlas.run_in_map(
        "(a, [lon, lat, zoom]) => { document.querySelector('.legend').open = false;"
        " a.overlays.zones.remove(); a.overlays.districts.remove();"
        " a.map.setView([lat, lon], zoom, { animate: false }); }",
        [*place, ZOOM],
    )
    return atlas


def choose_basemap(atlas, name):
    atlas.map.locator(".switches summary").click()
    atlas.map.get_by_label(name).check()
    atlas.map.locator(".switches summary").click()
    atlas.wait_in_map(
        "(a) => { const c = a.map.getContainer();"
        " const tiles = [...c.querySelectorAll('.leaflet-tile')];"
        " return tiles.length && tiles.every("
        "   (t) => t.classList.contains('leaflet-tile-loaded')) &&"
        " !c.classList.contains('leaflet-fade-anim-waiting') &&"
        " tiles.every((t) => getComputedStyle(t).opacity === '1'); }"
    )


def photograph(atlas):
    """Take the map's pixels."""
    frame = atlas.page.locator("iframe[data-testid=map]")
    picture = Image.open(io.BytesIO(frame.screenshot()))
    return np.asarray(picture.convert("RGB")).astype(int)


def is_like(pixels, colour, tolerance=6):
    return (np.abs(pixels - np.array(colour)) <= tolerance).all(axis=2)


def find_cross(pixels):
    """Find where a painted parallel and meridian cross, as x and y."""
    marked = is_like(pixels, MARK)
    assert marked.sum() > 300, "no cross was painted"
    return int(marked.sum(axis=0).argmax()), int(marked.sum(axis=1).argmax())


def find_symbol(atlas, pixels):
    """Find the middle of the disc in the park's colour, as x and y."""
    colour = atlas.run_in_map(
        "(a, name) => a.symbols.find((s) => s && s.park.name === name).colour", PARK
    )
    rgb = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    rows, columns = np.nonzero(is_like(pixels, rgb, 2))
    assert 60 < len(rows) < 400, "no symbol alone in its colour"
    return columns.mean(), rows.mean()
