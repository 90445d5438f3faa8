"""What each command of the command line does."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import orjson

from geodata.gazetteer import read_gazetteer
from geodata.geocoders import Answer, Chain
from geodata.reference_names import parse_system
from geodata.reference_systems import convert_between
from parks.catalogue import make_edition, open_edition, read_any
from parks.edition import Edition
from parks.errors import CoordinateLineError, UnwritableFileError
from parks.exports import (
    ORDER_OPTIONS,
    ExportOrder,
    Terms,
    format_of,
    make_companions,
    make_export,
)
from parks.filter import OPTIONS, Filter
from parks.language import Language, state, translate
from parks.model import Row, Source, Table
from parks.problems import describe
from parks.readers import read_table
from parks.readers.report import to_json_object
from parks.sectors import tag_table

STANDARD_INPUT: Final = "-"


def run_read(options: argparse.Namespace) -> None:
    """Print the table as JSON."""
    language = Language(options.lang)
    if options.file == STANDARD_INPUT:
        table = tag_table(
            read_table(sys.stdin.buffer.read(), name="stdin", number=options.table)
        )
    else:
        table = read_any(options.file, options.table)
    _print_json(to_json_object(table, language=language), indented=True)


def run_locate(options: argparse.Namespace) -> None:
    """Write the parks of a table as GeoJSON."""
    edition = open_table(options.file, options.datum)
    write_layer(edition, Filter(), options, "geojson")


def run_export(options: argparse.Namespace) -> None:
    """Write the filtered parks in the format asked for."""
    name = options.format or format_of(options.output)
    edition = open_table(options.file, options.datum)
    write_layer(edition, read_filter(options, edition), options, name)


def run_tag(options: argparse.Namespace) -> None:
    """Print the sectors of a text, or of each line of standard input."""
    if options.text is not None:
        _print_json(_tag(options.text))
        return
    for line in _read_lines():
        _print_json(_tag(line))


def run_convert(options: argparse.Namespace) -> None:
    """Print a position in another reference system, or each line of standard input."""
    source, target = parse_system(options.source), parse_system(options.target)
    if options.lon is not None:
        pairs = iter([(options.lon, options.lat)])
    else:
        pairs = (_read_pair(n, line) for n, line in enumerate(_read_lines(), 1) if line)
    for lon, lat in pairs:
        x, y = convert_between(lon, lat, source=source, target=target)
        print(f"{x:.8f} {y:.8f}")


def run_geocode(options: argparse.Namespace) -> None:
    """Print the places of a name as JSON, best first."""
    gazetteer = read_gazetteer()
    names = _read_lines() if options.name is None else iter([options.name])
    for name in names:
        found = gazetteer.search(name, district=options.district)
        _print_json(
            [
                {
                    "name": place.name,
                    "lon": place.lon,
                    "lat": place.lat,
                    "precision": place.precision,
                    "source": place.source,
                    "score": round(score, 3),
                }
                for place, score in found
            ]
        )


def print_placed(options: argparse.Namespace, chain: Chain) -> None:
    """Print the place that geocoders give a name; why others gave none on stderr."""
    language = Language(options.lang)
    names = _read_lines() if options.name is None else iter([options.name])
    for name in names:
        outcome = chain.place(name, options.district)
        for failure in outcome.failures:
            print(state(failure, language), file=sys.stderr)
        answer, query = outcome.answer, outcome.question.query
        _print_json([] if answer is None else [_describe(query, answer, language)])


def _describe(query: str, answer: Answer, language: Language) -> dict[str, object]:
    return {
        "name": answer.matched or query,
        "lon": answer.lon,
        "lat": answer.lat,
        "precision": answer.precision,
        "source": answer.source,
        "score": None,
        "geocoder": answer.geocoder,
        "datum": answer.datum,
        "date": answer.date,
        "doubts": [
            translate(doubt.template, language).format_map(doubt.facts)
            for doubt in answer.doubts
        ],
    }


def open_table(name: str, datum: str | None = None) -> Edition:
    """
    Open a table by path, the built-in one by name, or standard input by ``-``.

    Its own coordinates are read in the reference system that `datum` names, if any.
    """
    system = None if datum is None else parse_system(datum)
    if name == STANDARD_INPUT:
        content = sys.stdin.buffer.read()
        return make_edition(content, name="stdin", system=system)
    return open_edition(name, system)


def warn_of_system(edition: Edition, language: Language) -> None:
    """Say on stderr if another reference system clearly fits the table better."""
    for problem in edition.table.problems:
        if problem.code == "place-system":
            print(describe(problem, language), file=sys.stderr)


def read_filter(options: argparse.Namespace, edition: Edition) -> Filter:
    """Read the filter options of a command."""
    # An argument may hold bytes that are no text; no table says them.
    given = {
        name: [
            value.encode(errors="replace").decode()
            for value in getattr(options, name) or ()
        ]
        for name in OPTIONS
    }
    return Filter.parse(given, edition)


def write_file(path: str, content: bytes) -> None:
    """
    Write a file whole or not at all: a killed run leaves what was there before.

    Raises
    ------
    UnwritableFileError
        If the file cannot be written.
    """
    target = Path(path)
    try:
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            file = Path(folder, "whole")
            file.write_bytes(content)
            file.replace(target)
    except OSError as error:
        raise UnwritableFileError(name=path, reason=error.strerror) from error


def write_layer(
    edition: Edition, filter_: Filter, options: argparse.Namespace, name: str
) -> None:
    """Write the layers, reference system and file that the options name."""
    warn_of_system(edition, Language(options.lang))
    asked = {option: _listed(getattr(options, option)) for option in ORDER_OPTIONS}
    order = ExportOrder.parse(name, asked, Terms())
    made = make_export(edition, filter_, order, Terms())
    write_file(options.output, made.content)
    if options.metadata:
        called = Path(options.output).name
        for file in make_companions(edition, filter_, order, Terms(), file_name=called):
            write_file(str(Path(options.output).with_name(file.name)), file.content)
    counted = ", ".join(f"{count} {layer}" for layer, count in made.counts.items())
    print(f"{counted} → {options.output}", file=sys.stderr)


def _listed(given: str | list[str] | None) -> list[str]:
    return [given] if isinstance(given, str) else given or []


def _tag(text: str) -> list[dict[str, object]]:
    table = Table(Source("text", "text"), (Row(1, None, None, direction=text),))
    row = to_json_object(tag_table(table), language=Language.ZH)["rows"][0]
    sectors: list[dict[str, object]] = row["sectors"]
    return sectors


def _read_pair(number: int, line: str) -> tuple[float, float]:
    parts = line.replace(",", " ").split()
    try:
        lon, lat = (float(part) for part in parts)
    except ValueError as error:
        raise CoordinateLineError(number=number, line=line) from error
    return lon, lat


def _read_lines() -> Iterator[str]:
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def _print_json(value: object, *, indented: bool = False) -> None:
    option = orjson.OPT_INDENT_2 if indented else 0
    print(orjson.dumps(value, option=option).decode())
