"""What is read of pay: one figure or one range."""

from typing import NamedTuple

from crawler.fields.pay.periods import ANNUAL


class Salary(NamedTuple):
    """A figure (*min* == *max*) or a range of pay; an open end is ``None``."""

    min: float | None  # in *currency* per *period*
    max: float | None
    currency: str  # ISO 4217
    period: str | None = None  # HOUR, DAY, WEEK, MONTH, YEAR
    basis: str | None = None  # base; total: with what comes on top; ote: with what a met target brings
    text: str | None = None  # the very words that the figures were read from
    label: str | None = None  # place, level or role that the range is for
    payments: float | None = None  # months' pay in a year, where the text says so: 13, 14, 16
    gross: bool | None = None  # False: after tax, or before VAT on a contractor's invoice

    @property
    def annual_min(self) -> float | None:
        """*min* for a year of full-time work, by `ANNUAL`, or by *payments* of monthly pay; the currency stays."""
        return self._annual(self.min)

    @property
    def annual_max(self) -> float | None:
        """*max* for a year, by the same rule."""
        return self._annual(self.max)

    def _annual(self, amount: float | None) -> float | None:
        if amount is None or self.period is None:
            return None
        times = self.payments if self.period == "MONTH" and self.payments else ANNUAL[self.period]
        return round(amount * times, 2)
