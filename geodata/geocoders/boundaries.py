"""Whether an answer lies where the row says: its district, else its city."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import geopandas as gpd
import shapely

from geodata._names import name_key
from geodata.district_names import find_district
from geodata.districts import METRIC, WGS84, find_outside
from geodata.gazetteer import Precision
from geodata.geocoders.answers import Answer, Doubt, Question
from geodata.geocoders.errors import (
    CoarseAnswerError,
    GeocoderError,
    OutsideDistrictError,
    PlaceNotFoundError,
    WrongCityError,
)
from geodata.misplacements import Misplacement

FAR_APART_METRES: Final = 300.0
"""Places of one name that lie farther apart than this are not one place."""
_OUR_CITY: Final = frozenset(("深圳", "深圳市", "shenzhen"))


class Boundaries:
    """
    The districts that answers are held against.

    Parameters
    ----------
    districts
        As `geodata.read_districts` gives them.
    misplacements
        The places that lie outside their district for a reason.
    """

    def __init__(
        self, districts: gpd.GeoDataFrame, misplacements: Sequence[Misplacement]
    ) -> None:
        self._districts = districts
        polygons = districts.geometry.to_numpy()
        shapely.prepare(polygons)
        self._polygons = dict(zip(districts["district"], polygons, strict=True))
        self._excused = {(m.name, m.district) for m in misplacements}

    def choose(
        self, answers: Sequence[Answer], question: Question, title: str
    ) -> tuple[Answer, tuple[Answer, ...]]:
        """
        Take the first answer that lies where the question says.

        Parameters
        ----------
        answers
            What a geocoder found, the best first.
        question
            What it was asked.
        title
            What people call the geocoder.

        Returns
        -------
        tuple
            The answer taken, and those that lie elsewhere.

        Raises
        ------
        GeocoderError
            If there is none: all outside, only alike, or only the district itself.
        """
        sure = [a for a in answers if all(doubt.code != "alike" for doubt in a.doubts)]
        if not sure:
            raise PlaceNotFoundError(geocoder=title, query=question.query)
        refusals = [self._refuse(answer, question, title) for answer in sure]
        good = [a for a, refusal in zip(sure, refusals, strict=True) if refusal is None]
        for refusal in refusals:
            if refusal is not None and not good:
                raise refusal
        elsewhere = tuple(answer for answer in answers if answer not in good)
        return self._doubt(good, question, title), elsewhere

    def _refuse(
        self, answer: Answer, question: Question, title: str
    ) -> GeocoderError | None:
        district = question.known_district
        if district is not None:
            metres = self._measure_outside(answer, district)
            if metres is not None:
                return OutsideDistrictError(
                    geocoder=title, district=district, metres=f"{metres:.0f}"
                )
        elif not self._is_in_city(answer, question.city):
            found = answer.city or f"{answer.lon:.4f}, {answer.lat:.4f}"
            return WrongCityError(geocoder=title, city=question.city, found=found)
        is_asked_for = find_district(question.query) is not None
        if answer.precision is Precision.DISTRICT and not is_asked_for:
            return CoarseAnswerError(geocoder=title, query=question.query)
        return None

    def _measure_outside(self, answer: Answer, district: str) -> float | None:
        """Give the metres to the district's polygon; None inside or if excused."""
        if (answer.matched, district) in self._excused:
            return None
        point = shapely.Point(answer.lon, answer.lat)
        # To ask one polygon is a hundred times quicker than to make a frame.
        if self._polygons[district].covers(point):
            return None
        points = gpd.GeoDataFrame({"district": [district]}, geometry=[point], crs=WGS84)
        return float(find_outside(points, self._districts).iloc[0])

    def _is_in_city(self, answer: Answer, city: str) -> bool:
        if name_key(city) in _OUR_CITY:
            point = shapely.Point(answer.lon, answer.lat)
            return any(polygon.covers(point) for polygon in self._polygons.values())
        stated = name_key(answer.city).removesuffix("市")
        return stated in ("", name_key(city).removesuffix("市"))

    def _doubt(self, good: Sequence[Answer], question: Question, title: str) -> Answer:
        first, doubts = good[0], []
        apart = _measure_apart(good)
        if apart > FAR_APART_METRES:
            facts = {"geocoder": title, "count": len(good), "metres": f"{apart:.0f}"}
            doubts.append(Doubt("several", facts))
        if question.known_district is None and question.district:
            facts = {"district": question.district}
            doubts.append(Doubt("district-unchecked", facts))
        is_ours = question.known_district or name_key(question.city) in _OUR_CITY
        if not (is_ours or first.city):
            doubts.append(Doubt("city-unchecked", {"city": question.city}))
        return replace(first, doubts=(*first.doubts, *doubts))


def _measure_apart(answers: Sequence[Answer]) -> float:
    """Give the metres from the first answer to the farthest other one."""
    if len(answers) == 1:
        return 0.0
    points = gpd.GeoSeries([shapely.Point(a.lon, a.lat) for a in answers], crs=WGS84)
    metric = points.to_crs(METRIC)
    return float(metric.distance(metric.iloc[0]).max())
