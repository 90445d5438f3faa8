"""What can be wrong with a shape that parks are selected by."""

from parks.errors import FilterError


class ShapeError(FilterError):
    """A shape to select parks by cannot be taken."""

    def __init__(self, **facts: object) -> None:
        super().__init__(option="within", **facts)


class UnreadableShapeError(ShapeError):
    """A text is no shape at all."""

    template = (
        "“{value}” is no shape: write circle:LON,LAT,METRES or "
        "polygon:LON LAT,LON LAT,LON LAT in degrees of WGS 84"
    )


class ShapePositionError(ShapeError):
    """A centre or a corner is not on earth."""

    template = (
        "“{value}” is no position for a shape: give a longitude from -180 to 180 "
        "and a latitude from -90 to 90"
    )


class CircleRadiusError(ShapeError):
    """The radius of a circle is none, or too large to mean anything."""

    template = (
        "the radius of the circle, {value} m, is out of range: "
        "give more than 0 and at most {most} metres"
    )


class FewCornersError(ShapeError):
    """A polygon has less than three corners."""

    template = "the polygon has {value} different corners: it needs at least 3"


class ManyCornersError(ShapeError):
    """A polygon has more corners than are looked at."""

    template = "the polygon has {value} corners: draw it with at most {most}"


class FlatShapeError(ShapeError):
    """All corners of a polygon lie on one line or one point."""

    template = "the polygon has no area: move a corner off the line of the others"


class CrossingShapeError(ShapeError):
    """The outline of a polygon meets itself."""

    template = "the outline of the polygon crosses itself: draw it without a crossing"
