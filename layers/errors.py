"""What can go wrong with drawing."""

from geodata.errors import StatedError


class LayersError(StatedError):
    """The base of all errors of `layers`."""


class AssetError(LayersError, OSError):
    """A script or style of the map is not installed."""

    template = "the map's file {path} cannot be read ({reason}): run make run once"
