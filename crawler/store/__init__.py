"""The state between runs, and the files written from it."""

from crawler.store.files import Written, publish
from crawler.store.store import BoardResult, DamagedError, Known, Run, Saved, Store, StoreError
from crawler.store.units import shown_url, stamp

__all__ = ["BoardResult", "DamagedError", "Known", "Run", "Saved", "Store", "StoreError", "Written", "publish", "shown_url", "stamp"]
