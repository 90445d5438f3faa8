"""
What can go wrong with a geocoder, said without its key and without its address.

No error holds what a service wrote: of its answer only a code of digits is kept.
"""

from geodata.errors import GeodataError


class GeocoderError(GeodataError):
    """The base of all that keeps a geocoder from placing a name."""

    @property
    def geocoder(self) -> str:
        """What people call the geocoder that failed."""
        return str(self.facts["geocoder"])


class UnknownGeocoderError(GeodataError, ValueError):
    """A geocoder was named that is not in the registry."""

    template = "unknown geocoder {name!r}: use one of {known}"


class MissingKeyError(GeocoderError):
    """A geocoder needs a key and has none."""

    template = "{geocoder} has no key: set {setting}"


class KeyRefusedError(GeocoderError):
    """The service does not know the key, or not for this use or this machine."""

    template = (
        "{geocoder} refused the key (code {code}): check the key, the services and "
        "the addresses it is allowed for"
    )


class QuotaExceededError(GeocoderError):
    """The service counts more requests than the key may make."""

    template = (
        "{geocoder}: the key's quota is used up (code {code}): "
        "wait for the next day or extend it"
    )


class RepeatableError(GeocoderError):
    """The base of what may pass: the same request can succeed a little later."""


class AskedTooOftenError(RepeatableError):
    """The service was asked more often a second than it allows."""

    template = (
        "{geocoder} was asked too often (code {code}): ask again in a few minutes"
    )


class BusyServiceError(RepeatableError):
    """The service says that it has trouble of its own."""

    template = "{geocoder} is out of order (code {code}): ask again later"


class SlowServiceError(RepeatableError):
    """No whole answer came in time."""

    template = "{geocoder} gave no answer within {seconds} s: ask again later"


class UnreachableServiceError(RepeatableError):
    """No connection, or one that broke off."""

    template = (
        "{geocoder} cannot be reached: check the network, then ask again; "
        "without one the embedded gazetteer still works"
    )


class UnreadableAnswerError(GeocoderError):
    """The answer is no JSON, or not the JSON that the service documents."""

    template = "{geocoder} gave an answer that cannot be read: ask again later"


class WebPageAnswerError(UnreadableAnswerError):
    """The answer is a web page, as gateways and sign-in pages send it."""

    template = (
        "{geocoder} answered with a web page: check that the network needs no sign-in"
    )


class EmptyAnswerError(UnreadableAnswerError):
    """The answer holds nothing."""

    template = "{geocoder} gave an empty answer: ask again later"


class RefusedQuestionError(GeocoderError):
    """The service would not take the question."""

    template = (
        "{geocoder} did not take the question (code {code}): check the name or address"
    )


class LongQuestionError(GeocoderError, ValueError):
    """The text is longer than the service takes."""

    template = "{geocoder} takes at most {limit} bytes of text: shorten the address"


class PlaceNotFoundError(GeocoderError, LookupError):
    """The service knows no such place."""

    template = "{geocoder} knows no place {query!r}: check the name or give its address"


class ImpossiblePointError(GeocoderError, ValueError):
    """The service gave numbers that are no position, or zero and zero."""

    template = "{geocoder} gave a point that cannot be ({lon}, {lat}): place it by hand"


class WrongCityError(GeocoderError):
    """The service found a namesake in another city."""

    template = "{geocoder} found it outside {city} ({found}): give its full address"


class OutsideDistrictError(GeocoderError):
    """All that the service found lies outside the row's district."""

    template = (
        "{geocoder} found it {metres} m outside {district}: "
        "check the district, then place it by hand"
    )


class CoarseAnswerError(GeocoderError):
    """All that the service knows is the district or the city."""

    template = "{geocoder} knows only the district of {query!r}: give its address"
