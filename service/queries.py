"""What stands in an address's query."""

from starlette.requests import Request


def group_options(request: Request) -> dict[str, list[str]]:
    """Give for each option the values given for it, in their order."""
    options: dict[str, list[str]] = {}
    # One pass: to ask for each name's values takes a pass for every name.
    for name, value in request.query_params.multi_items():
        options.setdefault(name, []).append(value)
    return options
