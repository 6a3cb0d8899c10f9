"""The state between runs, and the files written from it."""

from crawler.store.files import Written, publish
from crawler.store.store import BoardResult, Known, Run, Saved, Store, StoreError
from crawler.store.units import stamp

__all__ = ["BoardResult", "Known", "Run", "Saved", "Store", "StoreError", "Written", "publish", "stamp"]
