"""The steps of the SELECT that `interview_outcome.sql` writes: the rule layer, query by query.

Each step is a named query that reads the one before it. Numbers and rules come from the model and from
`interview_outcome.rules`; what is said here is only how SQL says it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome import rules
from interview_outcome.catalogue import signals
from interview_outcome.checklist_values import CHOICES
from interview_outcome.features import Feature, overlap_group, speaks_for
from interview_outcome.sql.reading import CONTEXT, TABLE, meanings, quoted, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_outcome.model import Model
    from interview_outcome.sql.dialects import Dialect

__all__ = ["Statement"]


class Statement:
    """The statement, and what its steps share."""

    def __init__(self, model: Model, dialect: Dialect, names: Sequence[str], keep: Sequence[str]) -> None:
        self.model, self.dialect, self.keep = model, dialect, keep
        self.names = names
        self.context = [name for name in names if name in CONTEXT]
        self.signals = [name for name in names if name in signals and name != rules.VAGUE_PROMISE[0]]
        # A weight of 0 adds nothing, and being the lightest it takes no place from another.
        self.features = [
            feature
            for feature in model.layer.order
            if feature[0] in self.signals and model.weights[feature].weight != 0
        ]

    def write(self, table: str) -> str:
        """Put the steps together."""
        parts = table.split(".")
        steps = {
            "texts": texts(self.dialect, self.names, self.keep),
            "said": meanings(self.dialect, self.names),
            "voided": self.voided(),
            "settled": self.settled(),
            "counted": self.counted(),
            "added": self.added(),
            "bounded": self.bounded(),
        }
        # A step that has the name of the table would read itself.
        ending = "_" if parts[-1].casefold() in steps else ""
        before = f"{'.'.join(quoted(self.dialect, part) for part in parts)} AS {TABLE}"
        carried = [f"keep_{number}" for number in range(len(self.keep))]
        written = []
        for name, terms in steps.items():
            lines = ",\n    ".join(terms if name == "texts" else [*carried, *terms])
            written.append(f"{name}{ending} AS (\n  SELECT\n    {lines}\n  FROM {before}\n)")
            before = f"{name}{ending}"
        results = [
            *(
                f"{alias} AS {quoted(self.dialect, name)}"
                for alias, name in zip(carried, self.keep, strict=True)
            ),
            "CASE WHEN wrong IS NOT NULL THEN 1e0 / (1e0 + exp(-log_odds)) END AS likelihood",
            "CASE WHEN wrong IS NOT NULL THEN base_rate END AS base_rate",
        ]
        return "WITH " + ",\n".join(written) + "\nSELECT\n  " + ",\n  ".join(results) + f"\nFROM {before}\n"

    def voided(self) -> list[str]:
        """Rule "void"; and whether anything was read that cannot be."""
        conditions: dict[str, list[str]] = {}
        for void in rules.VOIDS:
            if void.key in self.context:
                values = ", ".join(_literal(value) for value in void.values)
                conditions.setdefault(void.signal, []).append(f"{void.key} IN ({values})")
        terms = [
            f"CASE WHEN {' OR '.join(conditions[name])} THEN -1 ELSE {name} END AS {name}"
            if name in conditions
            else name
            for name in self.signals
        ]
        checked = [
            f"CASE WHEN {name} IS NOT NULL THEN 0 END" if name in CHOICES else name for name in self.names
        ]
        return [*terms, *self.context, " + ".join(checked) + " AS wrong"]

    def settled(self) -> list[str]:
        """Rule "contradict": of two answers that cannot both hold, the one against you."""
        terms = dict(zip(self.signals, self.signals, strict=True))
        for contradiction in rules.CONTRADICTIONS:
            kept, answer = contradiction.kept
            if contradiction.dropped and kept in terms and contradiction.other in terms:
                other, dropped = contradiction.dropped
                both = f"{kept} = {int(answer)} AND {other} = {int(dropped)}"
                terms[other] = f"CASE WHEN {both} THEN -1 ELSE {other} END AS {other}"
        return [*terms.values(), *self.context, "wrong"]

    def counted(self) -> list[str]:
        """Rule "mirror": 1 for each answer that counts, named by the place of its weight; and the rest.

        f_7 counts all answers; y_7 counts as if only the yes answers had been given.
        """
        terms = []
        for place, feature in enumerate(self.features):
            said = [f"{feature[0]} = {int(feature[1])}"]
            said += [
                f"{other[0]} <> {int(other[1])}" for other in self.features[:place] if _mirror(feature, other)
            ]
            terms.append(f"CASE WHEN {' AND '.join(said)} THEN 1 ELSE 0 END AS f_{place}")
            if feature[1]:
                alone = [term for term in said if term.endswith(" 1")]
                terms.append(f"CASE WHEN {' AND '.join(alone)} THEN 1 ELSE 0 END AS y_{place}")
        return [*terms, *self.combinations(), *self.context, "wrong"]

    def combinations(self) -> list[str]:
        """Rule "combinations": what those that are complete add."""
        terms = []
        for combination in rules.COMBINATIONS:
            heard = [
                f"CASE WHEN {name} = 1 THEN 1 ELSE 0 END"
                for name in combination.signals
                if name in self.signals
            ]
            value = self.model.combinations[combination.code][0]
            if len(heard) >= combination.least:
                terms.append(
                    f"CASE WHEN {' + '.join(heard)} >= {combination.least} THEN {value!r} ELSE 0.0 END"
                )
        return [" + ".join([*terms, "0.0"]) + " AS combined"]

    def added(self) -> list[str]:
        """Rules "overlap" and "damp": the sums that the next step bounds."""
        sums: dict[str, list[str]] = {name: ["0e0"] for name in _SUMS}
        for place, feature in enumerate(self.features):
            weight = self.model.weights[feature].weight
            name = _sum_of(feature, weight)
            sums[f"all_{name}"].append(f"{self.share(place)} * {_number(weight)}")
            if feature[1]:
                sums[f"yes_{name}"].append(f"{self.share(place, yes=True)} * {_number(weight)}")
        terms = [f"{' + '.join(values)} AS {name}" for name, values in sums.items()]
        return [*terms, "combined", f"{self.base_rate()} AS base_rate", "wrong"]

    def share(self, place: int, *, yes: bool = False) -> str:
        """Give the share with which an answer counts, 0 where it was not given; or as if only the yes were given."""
        feature = self.features[place]
        group, good = overlap_group(feature[0]), speaks_for(feature)
        counted = "y" if yes else "f"
        heavier = [
            f"{counted}_{number}"
            for number, other in enumerate(self.features[:place])
            if overlap_group(other[0]) == group and speaks_for(other) == good and (other[1] or not yes)
        ]
        factors = [f"{counted}_{place}"]
        if heavier:
            factors.append(f"power({_number(rules.OVERLAP_STEP)}, {' + '.join(heavier)})")
        for damp in rules.DAMPS:
            if group in damp.families and "interviewer" in self.context:
                who = ", ".join(_literal(value) for value in damp.interviewers)
                factors.append(f"CASE WHEN interviewer IN ({who}) THEN {_number(damp.factor)} ELSE 1e0 END")
        return " * ".join(factors)

    def bounded(self) -> list[str]:
        """Rules "absences" and "silence", and the base rate: the log-odds."""
        least, most = self.dialect.least, self.dialect.most
        added = "all_against + all_waiting - yes_against - yes_waiting"
        lowest = _number(rules.ABSENCES_AGAINST)
        scale = f"CASE WHEN {added} < {lowest} THEN {lowest} / ({added}) ELSE 1e0 END"
        parts = [
            "ln(base_rate / (1e0 - base_rate))",
            "combined",
            f"yes_for + {least}(all_for - yes_for, {_number(rules.ABSENCES_FOR)})",
            f"yes_against + (all_against - yes_against) * {scale}",
            f"{most}(yes_waiting + (all_waiting - yes_waiting) * {scale}, {_number(rules.WAITING_FLOOR)})",
        ]
        return [" + ".join(parts) + " AS log_odds", "base_rate", "wrong"]

    def base_rate(self) -> str:
        """Give the base rate by candidates, else by stage."""
        rates = self.model.base_rates
        by_stage = _number(rates.stages["unknown"][0])
        if "stage" in self.context:
            cases = " ".join(
                f"WHEN '{stage}' THEN {_number(rates.stages[stage][0])}" for stage in CHOICES["stage"]
            )
            by_stage = f"CASE stage {cases} ELSE {by_stage} END"
        if "candidates" not in self.context:
            return by_stage
        by_number = (
            f"{self.dialect.least}({_number(rates.most)}, {_number(rates.offers_per_opening)} / candidates)"
        )
        return f"CASE WHEN candidates > 0 THEN {by_number} ELSE {by_stage} END"


# What all answers add, and what the yes answers alone would: for you, against you, and by waiting against you.
_SUMS = tuple(f"{given}_{kind}" for given in ("all", "yes") for kind in ("for", "against", "waiting"))


def _sum_of(feature: Feature, weight: float) -> str:
    """Say which sum a feature belongs to: the rules bound them."""
    if weight > 0:
        return "for"
    return "waiting" if overlap_group(feature[0]) == "waiting" else "against"


def _mirror(feature: Feature, other: Feature) -> bool:
    """Say whether two features say the same from two sides, on one side."""
    groups = [group for group in rules.MIRRORS if feature[0] in group and other[0] in group]
    return bool(groups) and feature[0] != other[0] and speaks_for(feature) == speaks_for(other)


def _number(value: float) -> str:
    """Write a number with an exponent: some dialects round what has none to a decimal."""
    text = repr(float(value))
    return text if "e" in text else f"{text}e0"


def _literal(value: object) -> str:
    return f"'{value}'" if isinstance(value, str) else str(int(value))  # type: ignore[call-overload]
