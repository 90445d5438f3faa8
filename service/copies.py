"""What an asker has and takes: its copy known by a tag, and packed bytes."""

from starlette.datastructures import Headers


def knows(headers: Headers, tag: str) -> bool:
    """
    Say whether ``If-None-Match`` names a tag, as RFC 9110 compares weak ones.

    Parameters
    ----------
    headers
        Of the request.
    tag
        As ``ETag`` has it, quoted; empty if nothing has been made yet, which a star
        alone names.
    """
    given = ",".join(headers.getlist("if-none-match"))
    bare = {name.strip().removeprefix("W/") for name in given.split(",")} - {""}
    return bool({tag.removeprefix("W/"), "*"} & bare)


def takes_gzip(headers: Headers) -> bool:
    """Say whether ``Accept-Encoding`` names gzip, and not to forbid it."""
    accepted = ",".join(headers.getlist("accept-encoding"))
    for part in accepted.lower().split(","):
        name, _, rest = part.strip().partition(";")
        if name.strip() == "gzip":
            weight = rest.replace(" ", "").removeprefix("q=")
            return weight.strip("0.") != "" or not weight
    return False
