"""Pay that a platform gives as figures: from the fields of a draft to salaries."""

from typing import Any

from crawler.fields.salary import Salary, structured_salary
from crawler.fields.text import clean
from crawler.loaders import Draft

PAY_RANGE = (1, 10**8)  # of a figure that a field gives


def structured(draft: Draft, country: str | None) -> list[Salary]:
    """The ranges that the platform gives as figures, widest first; the ones that are none are left out."""
    found = []
    for raw in ranges_of(draft):
        salary = structured_salary(
            raw["min"] if "min" in raw else cents(raw.get("min_cents")),
            raw["max"] if "max" in raw else cents(raw.get("max_cents")),
            raw.get("currency"), raw.get("period"), basis=words(raw.get("basis")), label=words(raw.get("label")), text=words(raw.get("text")), country=country,
        )  # fmt: skip
        if salary is not None and salary not in found:
            found.append(salary)
    return found


def words(value: object) -> str | None:
    """What a platform says beside its figures, as one clean line; ``None`` for what is no text."""
    return clean(value) if isinstance(value, str) else None


def ranges_of(draft: Draft) -> list[dict[str, Any]]:
    if draft.salaries or (draft.salary_min is None and draft.salary_max is None):
        return draft.salaries
    return [{"min": draft.salary_min, "max": draft.salary_max, "currency": draft.salary_currency, "period": draft.salary_period}]


def out_of_range(draft: Draft) -> bool:
    """Whether a figure of *draft* is a number that is nobody's pay."""
    return any(is_out_of_range(raw.get(name)) for raw in ranges_of(draft) for name in ("min", "max", "min_cents", "max_cents"))


def is_out_of_range(figure: object) -> bool:
    """Whether *figure* is a number, and none that pay has.

    >>> [is_out_of_range(figure) for figure in (5e8, "-3", "9" * 5000, 0, "45k", None)]
    [True, True, True, False, False, False]
    """
    if isinstance(figure, bool) or not isinstance(figure, int | float | str):
        return False
    try:
        amount = float(figure)
    except (ValueError, OverflowError):
        return isinstance(figure, int)
    return amount != 0 and not PAY_RANGE[0] <= amount <= PAY_RANGE[1]


def cents(value: object) -> float | None:
    return value / 100 if isinstance(value, int | float) and not isinstance(value, bool) else None


def as_range(salary: Salary) -> dict[str, Any]:
    return {
        "min": salary.min, "max": salary.max, "currency": salary.currency, "period": salary.period,
        "basis": salary.basis, "label": salary.label, "text": salary.text,
    }  # fmt: skip
