"""What can go wrong with drawing."""

from geodata.errors import StatedError


class LayersError(StatedError):
    """The base of all errors of `layers`."""


class AssetError(LayersError, OSError):
    """A script or style of the map is not installed."""

    template = "the map's file {path} cannot be read ({reason}): run make run once"


class ArchiveError(LayersError, ValueError):
    """An operator's basemap file cannot be used; the map goes on without it."""

    template = (
        "the basemap file {path} cannot be read ({reason}): "
        "put it there or change PARKATLAS_PMTILES"
    )


class ForeignArchiveError(ArchiveError):
    """A basemap file is no PMTiles archive."""

    template = (
        "the basemap file {path} is no PMTiles archive of version 3: "
        "convert it with the pmtiles tool or change PARKATLAS_PMTILES"
    )


class CutArchiveError(ArchiveError):
    """A basemap file ends before what its header promises."""

    template = (
        "the basemap file {path} is cut off, with {size} bytes of {expected}: "
        "copy it again"
    )


class UnsuitedArchiveError(ArchiveError):
    """A basemap file holds tiles that the map cannot draw."""

    template = (
        "the basemap file {path} cannot be drawn, its tiles are {found}: "
        "use Protomaps basemap layers, or pictures in PNG, JPEG, WebP or AVIF"
    )
