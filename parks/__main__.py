"""The command line: ``python -m parks read | locate | export | map | tag | …``."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NoReturn

from geodata.errors import StatedError
from geodata.geocoders import Chain, open_chain
from layers import Dressing, draw_map, render_file
from parks.catalogue import EMBEDDED
from parks.commands import (
    open_table,
    print_placed,
    read_filter,
    run_convert,
    run_export,
    run_geocode,
    run_locate,
    run_read,
    run_tag,
    warn_of_system,
    write_file,
)
from parks.edition import WGS84
from parks.exports import EXPORTERS, LAYERS, FieldNames
from parks.language import Language, state, translate
from parks.location_command import locate_with
from settings import Settings, SettingsError

_BAD_INPUT: Final = 2
_LIBRARIES: Final = Path(__file__).parents[1] / "node_modules"
_LIST_OPTIONS: Final = ("district", "sector", "zone", "policy", "precision")

_SYSTEMS_KNOWN: Final = (
    "WGS-84, CGCS2000, GCJ-02, BD-09, EPSG:4513 to EPSG:4554 "
    "(CGCS2000 / 3-degree Gauss-Kruger; 4547 for Shenzhen), EPSG:3857 …"
)


def main(arguments: Sequence[str]) -> int:
    """
    Run a command.

    Returns
    -------
    int
        0 when done; 2 when the input could not be used, after one line on stderr.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    parser = _describe_commands()
    options = parser.parse_args(arguments)
    if getattr(options, "lon", None) is not None and options.lat is None:
        parser.error("LON needs a LAT after it")
    run: Callable[[argparse.Namespace], None] = options.run
    try:
        run(options)
        sys.stdout.flush()
    except StatedError as error:
        return _refuse(state(error, Language(options.lang)))
    except SettingsError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        # Whoever read the output has heard enough; the interpreter need not say so.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _run_map(options: argparse.Namespace) -> None:
    """Write the filtered parks as one HTML file."""
    language = Language(options.lang)
    edition = open_table(options.file, options.datum)
    warn_of_system(edition, language)
    chosen = read_filter(options, edition).select(edition)
    title = translate("Map of parks", language)
    approval = Settings.read().map_approval
    dressing = Dressing(title, language, map_approval=approval)
    drawn = draw_map(edition.keep(chosen), dressing, standalone=True)
    write_file(options.output, render_file(drawn, _LIBRARIES).encode())


def _run_geocode(options: argparse.Namespace) -> None:
    """Print the places of a name as JSON, best first."""
    if not options.geocoder:
        run_geocode(options)
        return
    with _open_chain(options.geocoder) as chain:
        print_placed(options, chain)


def _run_locate(options: argparse.Namespace) -> None:
    """Write the parks of a table as GeoJSON."""
    if not options.geocoder:
        run_locate(options)
        return
    with _open_chain(options.geocoder) as chain:
        locate_with(options, chain)


def _open_chain(names: Sequence[str]) -> Chain:
    settings = Settings.read()
    return open_chain(names, settings.give_access(), settings.cache)


class _Parser(argparse.ArgumentParser):
    """Refuses with one line, as every other refusal of ours."""

    def error(self, message: str) -> NoReturn:
        sys.exit(_refuse(f"{message} ({self.format_usage().strip()})"))


def _refuse(sentence: str) -> int:
    print(f"error: {' '.join(sentence.split())}", file=sys.stderr)
    return _BAD_INPUT


def _describe_commands() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m parks", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(
        name: str, run: Callable[[argparse.Namespace], None]
    ) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
        languages = [language.value for language in Language]
        command.add_argument("--lang", choices=languages, default=Language.ZH.value)
        return command

    _describe_reading(add("read", run_read))
    _describe_locating(add("locate", _run_locate))
    _describe_export(add("export", run_export))
    _describe_map(add("map", _run_map))
    add("tag", run_tag).add_argument("text", nargs="?", metavar="TEXT")
    _describe_conversion(add("convert", run_convert))
    geocode = add("geocode", _run_geocode)
    geocode.add_argument("name", nargs="?", metavar="NAME")
    geocode.add_argument("--district")
    _describe_asking(geocode)
    return parser


def _describe_reading(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="path, - or embedded")
    command.add_argument("--table", type=int, metavar="N", help="which table of it")


def _describe_asking(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--geocoder",
        action="append",
        metavar="NAME",
        help="ask this one, repeatable in the order to ask; keys are settings",
    )


def _describe_locating(command: argparse.ArgumentParser) -> None:
    _describe_asking(command)
    command.add_argument("file", metavar="FILE", help="path, - or embedded")
    command.add_argument("-o", "--output", required=True, metavar="OUT.geojson")
    _describe_datum(command)
    command.set_defaults(layer=None, crs=WGS84, fields=None, metadata=False)


def _describe_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", nargs="?", default=EMBEDDED, metavar="FILE")
    command.add_argument("-o", "--output", required=True, metavar="OUT")
    command.add_argument(
        "--layer",
        choices=LAYERS,
        action="append",
        help="repeatable for a format that holds several; what it usually holds if "
        "none is named",
    )
    command.add_argument("--crs", default=WGS84, metavar="CODE")
    command.add_argument(
        "--fields",
        choices=[each.value for each in FieldNames],
        help="what fields are called: names in code, Chinese or English",
    )
    command.add_argument("--format", choices=list(EXPORTERS))
    command.add_argument(
        "--metadata",
        action="store_true",
        help="write OUT.README.txt and OUT.jsonld (DCAT-AP) beside OUT",
    )
    _describe_datum(command)
    _describe_filter(command)


def _describe_map(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", nargs="?", default=EMBEDDED, metavar="FILE")
    command.add_argument("-o", "--output", required=True, metavar="OUT.html")
    _describe_datum(command)
    _describe_filter(command)


def _describe_datum(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--datum",
        metavar="NAME",
        help="reference system of the table's own coordinates, whatever it says "
        f"itself: {_SYSTEMS_KNOWN}",
    )


def _describe_filter(command: argparse.ArgumentParser) -> None:
    for name in _LIST_OPTIONS:
        command.add_argument(f"--{name}", action="append")
    command.add_argument("--role", action="append", metavar="focus|mention|any")
    command.add_argument(
        "--match",
        action="append",
        metavar="any|all",
        help="whether a park needs any of the sectors or all of them",
    )
    command.add_argument("--q", action="append", metavar="TEXT")
    command.add_argument("--bbox", action="append", metavar="W,S,E,N")
    command.add_argument(
        "--within",
        action="append",
        metavar="SHAPE",
        help="circle:LON,LAT,METRES or polygon:LON LAT,LON LAT,… in WGS 84; "
        "repeatable: in any of them",
    )
    command.add_argument(
        "--id", action="append", metavar="PARK_ID", help="a park by its id, repeatable"
    )


def _describe_conversion(command: argparse.ArgumentParser) -> None:
    for flag, name, words in (
        ("--from", "source", "the reference system given"),
        ("--to", "target", "the one asked for"),
    ):
        text = f"{words}: {_SYSTEMS_KNOWN}"
        command.add_argument(flag, dest=name, required=True, metavar="D", help=text)
    command.add_argument(
        "lon",
        nargs="?",
        type=float,
        metavar="LON",
        help="degrees, or in a plane the easting in metres",
    )
    command.add_argument(
        "lat",
        nargs="?",
        type=float,
        metavar="LAT",
        help="degrees, or in a plane the northing in metres",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
