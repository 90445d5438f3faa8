"""A table as the JSON that ``python -m parks read`` prints."""

from typing import Any

from parks.language import Language
from parks.model import Problem, Row, Table
from parks.problems import describe


def to_json_object(table: Table, *, language: Language = Language.ZH) -> dict[str, Any]:
    """
    Turn a table into plain lists and dictionaries, ready for `json.dump`.

    Parameters
    ----------
    table
        The table, its rows with sectors or without.
    language
        The language of the problems' messages.

    Returns
    -------
    dict
        ``source``, ``rows`` and ``problems``. What the table lacks is None (text)
        or empty (lists).
    """
    source = table.source
    return {
        "source": {"name": source.name, "format": source.format, "table": source.table},
        "rows": [_row(row) for row in table.rows],
        "problems": [_problem(problem, language) for problem in table.problems],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "seq": row.seq,
        "district": row.district,
        "zone": row.zone,
        "parks": list(row.parks),
        "direction": row.direction,
        "policies": [
            {"title": policy.title, "number": policy.number} for policy in row.policies
        ],
        "sectors": [
            {
                "id": tag.id,
                "role": tag.role.value,
                "evidence": [
                    {"text": words.text, "start": words.start, "end": words.end}
                    for words in tag.evidence
                ],
            }
            for tag in row.sectors
        ],
        "extra": dict(row.extra),
    }


def _problem(problem: Problem, language: Language) -> dict[str, Any]:
    return {
        "row": problem.row,
        "column": problem.column,
        "code": problem.code,
        "found": problem.found,
        "used": problem.used,
        "message": describe(problem, language),
    }
