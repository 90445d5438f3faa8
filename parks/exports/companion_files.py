"""What stands beside a download or in its zip: README for people, DCAT for machines."""

from typing import Final

from parks.exports.bundle import ExportBundle
from parks.exports.dcat import write_dcat
from parks.exports.readme import encode_readme, write_readme

README: Final = "README.txt"
METADATA: Final = "metadata.jsonld"


def list_companions(
    bundle: ExportBundle, file_name: str, ending: str, media_type: str
) -> dict[str, bytes]:
    """
    Write what goes with a download, by the names that it has in a zip.

    Parameters
    ----------
    bundle
        What is written; a list that is no layer of an edition has no companions.
    file_name, ending, media_type
        Of the download.
    """
    if bundle.record is None:
        return {}
    return {
        README: encode_readme(write_readme(bundle)),
        METADATA: write_dcat(bundle, file_name, ending, media_type),
    }
