"""The kinds of problem a table can have, each a sentence for its reader."""

from typing import Final

from parks.language import Language, translate
from parks.model import Problem
from parks.place_sentences import PLACE_SENTENCES

SENTENCES: Final[dict[str, str]] = {
    # of the whole table
    "encoding-guessed": "The file is not in UTF-8; it was read as {used}.",
    "encoding-damaged": (
        "{found} place(s) of the file are damaged and unreadable; they show as �."
    ),
    "tables-several": "The file holds {found} tables; number {used} was read.",
    "text-outside": (
        "Text outside the table was left out: line(s) {used}, beginning “{found}”."
    ),
    "heading-repeated": (
        "The headings come again on line {used}; the table was read on across them."
    ),
    "column-missing": "The table has no {column}; its values are left empty.",
    "column-missing:seq": "The table has no {column}; its rows are counted.",
    "table-empty": "The table has headings but no rows.",
    "rows-blank": "{used} blank row(s) were left out.",
    "row-title": "“{found}” is a title; the rows below it note it as theirs.",
    "row-district": "“{found}” is a title; {used} is the district of the rows below.",
    "row-total": "A row of totals was left out: “{found}”.",
    "row-note": "A note was left out: “{found}”.",
    "tables-unknown": (
        "{used} more table(s) of the file have no heading for parks or zones and "
        "were left out, the first beginning “{found}”."
    ),
    "headings-joined": "Two lines of headings were read as one: {used}.",
    "table-continued": (
        "A table of {used} row(s) that begins with “{found}” was taken for more rows "
        "of the one above: check that it is."
    ),
    "rows-deleted": (
        "{used} row(s) that a tracked change deleted were left out: accept or reject "
        "the changes in Word if that is not meant."
    ),
    "rows-hidden": (
        "Row(s) {used} are hidden in the file and were read like the others: "
        "check whether they should be."
    ),
    "columns-hidden": (
        "Column(s) {used} are hidden in the file and were read like the others: "
        "check whether they should be."
    ),
    "sheet-hidden": (
        "The sheet “{used}” is hidden in the file and was read like the others: "
        "check whether it should be."
    ),
    "text-hidden": (
        "{used} piece(s) of text that the page hides were left out, "
        "the first “{found}”."
    ),
    "marks-dropped": "{used} raised mark(s) of footnotes were left out: {found}.",
    "comments-dropped": (
        "{found} comment(s) and the targets of {used} link(s) were not read; "
        "the text of the cells was."
    ),
    "rows-counted": (
        "Nothing marks where a row begins; every {found} cells were taken for one."
    ),
    "headings-guessed": (
        "{used} was taken for headings, for the rows come out whole so: "
        "check that it is no row."
    ),
    "columns-repeated": (
        "Column(s) {found} mean what another column already does; their cells stand "
        "only in the further columns, not as parks: check what the columns mean."
    ),
    "tables-abreast": (
        "The headings {found} stand {used} times side by side; the tables were read "
        "one below the other."
    ),
    "columns-spanned": (
        "The columns {found} stand under one heading; their cells were joined with "
        "“、” as {used}."
    ),
    "table-rotated": (
        "The headings stand in the first column; the table was turned, each of its "
        "columns read as a row."
    ),
    "datum-other": (
        "The coordinates are in {used}, as “{found}” says; "
        "they were converted to WGS 84 for the map."
    ),
    "datum-unknown": (
        "“{found}” names no reference system known here; the coordinates were kept "
        "as text and not used as places."
    ),
    "datum-chosen": (
        "The coordinates were read in {used}, as was chosen; the table does not say."
    ),
    "datum-overridden": (
        "The coordinates were read in {used}, as was chosen, although the table says "
        "“{found}”: check the choice."
    ),
    "coordinates-unread": (
        "Column(s) {found} seem to hold coordinates, but were not used as places: "
        "give longitude and latitude in two columns headed 经度 and 纬度."
    ),
    "coordinates-spare": (
        "Column(s) {found} hold coordinates too, but the places were taken from {used}."
    ),
    "datum-assumed": (
        "Nothing says in which reference system the longitudes and latitudes are; "
        "they were taken as WGS 84. If they are from a Chinese web map, name its "
        "system in the headings."
    ),
    "plane-unnamed": (
        "Nothing says in which reference system {found} are, so they were not used "
        "as places: name it in the headings, or choose it."
    ),
    "place-axes": (
        "Of the coordinates in {found} the first was taken for the northing and the "
        "second for the easting: their size says so."
    ),
    "place-system": (
        "{found} of the table's own points lie outside their districts, but would "
        "fit as {used}: check the reference system of the coordinates."
    ),
    # of a row
    "cells-missing": (
        "The row has only {found} cell(s); left empty: {used}. "
        "Check that the others stand in the right columns."
    ),
    "cells-surplus": "The row has more cells than there are headings: “{found}”.",
    "cell-merged": "The cell is merged with the one above; it was read as {used}.",
    "table-inside": (
        "The cell holds a table, whose rows were read as lines of the cell: "
        "{used}. Check that each belongs there."
    ),
    "row-rejoined": (
        "A line break cut the row in two; “{found}” and “{used}” were read as one row."
    ),
    "formula-uncomputed": (
        "The cell holds a formula whose result is not in the file; it was read as "
        "empty. Open the file in Excel, save it, and import it again."
    ),
    "lines-full": (
        "Lines fill the width of the cell and may go on in the next; it was read as: "
        "{used}. Check that no name was cut in two, and no two became one."
    ),
    "cells-merged": "“{found}” was added to the cell before it.",
    "cell-pieced": (
        "The cell stands in {found} pieces between blanks or line breaks; it was read "
        "as: {used}. Check that no name was cut in two, and no two became one."
    ),
    "cell-doubtful": (
        "“{found}” could as well belong to {used}: check in which column it stands."
    ),
    "row-guessed": (
        "The row was taken to begin with “{found}”, but neither a number nor a blank "
        "line says so: check that it is a row of its own."
    ),
    "table-end-guessed": (
        "The table was taken to end before line {used}, beginning “{found}”: "
        "check that nothing of the last row is lost."
    ),
    "row-nameless": "The row names neither a zone nor a park: it gives none.",
    # of the number
    "seq-missing": "The row has no number; it was given {used}.",
    "seq-not-number": "“{found}” is no row number; the row was given {used}.",
    "seq-odd": (
        "The row's number is {found}, but {used} comes next: "
        "rows may be missing or repeated. The number was kept."
    ),
    # of the district
    "district-titled": "The district was taken from the title above: {used}.",
    "district-filled": "The district cell is blank; {used} was taken from above.",
    "district-missing": "The row has no district cell; {used} was taken from above.",
    "district-doubtful": (
        "The district cell is blank and {used} was taken from above, "
        "but row numbers are missing between: check the district."
    ),
    "district-blank": "The row names no district, nor does any row above.",
    "district-unknown": "“{found}” is no district known here; it was kept.",
    "zone-blank": (
        "The zone cell is blank and was left so; the zone above is {used}: check "
        "whether the row belongs to it."
    ),
    # of the other cells
    "name-joined": "A name broken over lines was joined: {used}.",
    "name-several": "The cell holds several names; they were kept as {used}.",
    "parks-split": "Several parks stand in one line; they were split: {used}.",
    "parks-numbered": "The numbering of “{found}” was taken off: {used}.",
    "parks-doubtful": (
        "“{found}” may name several parks or say more than a name; "
        "it was kept as one: {used}. Check it."
    ),
    "parks-duplicate": "The park “{found}” stands in the row more than once.",
    "park-repeated": (
        "“{found}” stands in row {used} too, in the same district: check whether "
        "the park is listed twice."
    ),
    "direction-long": (
        "The direction has {found} characters; only the first {used} were searched "
        "for sectors."
    ),
    "policies-leftover": (
        "“{found}” is no complete title in 《》 with its number: "
        "check the policy basis."
    ),
    "policies-unbracketed": (
        "The policy basis has no titles in 《》; it was read as: {used}."
    ),
    "placeholder": "The cell holds only “{found}”; it was read as empty.",
    "cell-ditto": "“{found}” stands for the cell above; it was read as {used}.",
    "ditto-nothing": (
        "“{found}” stands for the cell above, which holds nothing; it was read as "
        "empty."
    ),
    **PLACE_SENTENCES,
}
"""
An English sentence for each code, with ``{found} {used} {column}`` as its gaps; one for
a single column has the column behind its code.
"""

COLUMNS: Final[dict[str, str]] = {
    "seq": "column of row numbers",
    "district": "column of districts",
    "zone": "column of zones",
    "parks": "column of parks",
    "direction": "column of industry directions",
    "policies": "column of policies",
}
"""What the gap ``{column}`` is filled with, for each field of a row."""


def describe(problem: Problem, language: Language = Language.ZH) -> str:
    """Say a problem in a sentence."""
    column = problem.column or ""
    # What lacks is filled in for some columns, so that they have their own sentence.
    own = SENTENCES.get(f"{problem.code}:{column}", SENTENCES[problem.code])
    sentence = translate(own, language)
    return sentence.format(
        found=problem.found,
        used=problem.used,
        column=translate(COLUMNS.get(column, column), language),
    )
