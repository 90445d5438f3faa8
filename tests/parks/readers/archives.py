"""Office files as the archives they are, one part changed."""

import io
import zipfile


def change_part(content, part, edit):
    """Write an archive anew with one of its parts edited."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            body = old.read(name)
            new.writestr(name, edit(body) if name == part else body)
    return file.getvalue()
