"""What reading a damaged zip file raises, of which the standard library gives no list."""

import errno
import struct
import zipfile
import zlib

ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ValueError)


def leads_outside(error: OSError) -> bool:
    """Whether what a file says of itself led to a place before its start."""
    return error.errno == errno.EINVAL
