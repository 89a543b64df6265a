"""The shipped model is what one command makes of the data."""

import numpy as np
import pytest
from build_model import MODEL, main
from evidence import hashes, load_cases, load_published
from fitting import (
    COMBINATION_CODES,
    MIX_SD,
    Settings,
    _fit,
    build_model,
    fit_cases,
    load_settings,
    make_prior,
    settle,
)
from worked_example import LEAST, MOST, VERY_GOOD, likelihood_of_a_very_good_interview

import interview_outcome as outcome
from interview_outcome.features import FEATURES
from interview_outcome.learning.compression import expand
from interview_outcome.learning.posterior import Posterior
from interview_outcome.model import shipped

NEAR = 1e-5  # another numerical library may round the last digits otherwise


@pytest.fixture(scope="module")
def built():
    return build_model()


@pytest.fixture(scope="module")
def learned():
    combinations = {
        code: (pair["log_odds"], pair["sd"]) for code, pair in load_published()["combinations"].items()
    }
    return fit_cases(load_cases(), load_settings()[1], combinations)


def test_the_shipped_weights_are_what_the_data_make(built):
    for feature, weight in shipped().weights.items():
        again = built.weights[feature]
        assert again.note == weight.note
        assert (again.offers, again.refusals) == (weight.offers, weight.refusals)
        for name in ("weight", "sd", "scaled", "scaled_sd", "published_interviews", "case_weight"):
            assert getattr(again, name) == pytest.approx(getattr(weight, name), abs=NEAR), (feature, name)


def test_everything_else_in_the_shipped_model_is_what_the_data_make(built):
    model = shipped()
    assert np.allclose(expand(built.covariance), expand(model.covariance), atol=NEAR)
    assert built.base_rates == model.base_rates
    assert built.combinations == model.combinations
    for signal, shares in model.answer_shares.items():
        assert built.answer_shares[signal] == pytest.approx(shares, abs=NEAR)
    assert built.provenance["sha256"] == model.provenance["sha256"] == hashes()
    assert built.provenance == model.provenance
    for day in range(0, 366, 5):
        for stage in ("first", "final"):
            for pace in ("fast", "usual", "slow"):
                curves = (built.waiting.log_odds(day, stage, pace), model.waiting.log_odds(day, stage, pace))
                assert curves[0] == pytest.approx(curves[1], abs=NEAR)


def test_check_compares_byte_for_byte(capsys, monkeypatch, tmp_path):
    changed = tmp_path / "model.json"
    changed.write_bytes(MODEL.read_bytes() + b"\n")
    monkeypatch.setattr("build_model.MODEL", changed)
    assert main(["--check"]) == 1
    assert "is NOT what build_model.py builds" in capsys.readouterr().out
    assert main([]) == 0
    assert "stopped at 0: " in capsys.readouterr().out
    assert main(["--check"]) == 0
    assert "byte for byte" in capsys.readouterr().out


def test_scikit_learn_on_pseudo_interviews_gives_the_same_weights(learned):
    """The independent computation: prior and cases as rows of one plain logistic regression."""
    from sklearn.linear_model import LogisticRegression

    _, _, rows, counts = learned
    cases, settings = load_cases(), load_settings()[1]
    prior = make_prior(settings)
    results = np.array([float(case.offer) for case in cases])
    told_before = np.array([float(case.written == "before") for case in cases])
    known = np.linspace(-0.2, 0.2, len(cases))
    found = _fit(prior, rows, results, counts=counts, told_before=told_before, known=known)
    free = prior.learns & ~found.stopped
    held = ~prior.learns
    mean = np.concatenate([prior.mean[free], [0.0, 1.0]])  # the weights, the diaries' intercept, the offset
    sd = np.concatenate([prior.sd[free], [MIX_SD, 1e-4]])
    offset = known + rows[:, held] @ prior.mean[held]
    interviews = np.column_stack([rows[:, free], told_before, offset, np.ones(len(cases))])
    beliefs = np.column_stack([np.eye(len(mean)), np.zeros(len(mean))])
    model = LogisticRegression(
        C=np.inf, solver="newton-cholesky", fit_intercept=False, tol=1e-12, max_iter=500
    )
    model.fit(
        np.vstack([beliefs, beliefs, interviews]),
        np.concatenate([np.ones(len(mean)), np.zeros(len(mean)), results]),
        sample_weight=np.concatenate([(1 + np.exp(mean)) / sd**2, (1 + np.exp(-mean)) / sd**2, counts]),
    )
    assert model.coef_[0][-2] == pytest.approx(1.0, abs=1e-5)
    assert np.allclose(model.coef_[0][: free.sum()], found.weights[free], atol=1e-5)


def test_each_weight_can_be_traced():
    factors = load_settings()[1]
    for (signal, answer), weight in shipped().weights.items():
        entry = outcome.signals[signal]
        published = entry.weight_yes if answer else entry.weight_no
        factor = factors.waiting_factor if entry.family == "waiting" else factors.global_factor
        assert weight.scaled == pytest.approx(factor * published, abs=1e-6)
        assert weight.scaled_sd == pytest.approx(factors.width_factor * entry.sd, abs=1e-6)
        worth = (2 + np.exp(weight.scaled) + np.exp(-weight.scaled)) / weight.scaled_sd**2
        assert weight.published_interviews == pytest.approx(worth, abs=0.051)
        if weight.case_weight == 0:
            assert weight.weight == pytest.approx(weight.scaled, abs=2e-6)
            assert weight.sd == pytest.approx(weight.scaled_sd, abs=2e-6)
        else:
            assert weight.sd < weight.scaled_sd
        if not entry.coded:
            assert "published evidence alone" in weight.note


def test_the_waiting_family_learns_nothing_from_the_cases():
    weight = shipped().weights["long_silence", True]
    assert weight.refusals > 10
    assert weight.case_weight == 0.0
    assert weight.weight == weight.scaled
    assert "silence is known from the refusal" in weight.note


def test_a_very_good_interview_comes_from_a_quarter_to_about_three_quarters():
    estimate = outcome.score(dict.fromkeys(VERY_GOOD, True))
    assert estimate.base_rate == 0.25
    assert LEAST <= estimate.likelihood <= MOST
    weights = [weight.weight for weight in shipped().weights.values()]
    assert likelihood_of_a_very_good_interview(weights) == pytest.approx(estimate.likelihood, abs=1e-12)


def test_no_weight_points_against_its_signal():
    for (signal, answer), weight in shipped().weights.items():
        direction = {"+": 1, "-": -1, "0": 0}[outcome.signals[signal].direction] * (1 if answer else -1)
        assert weight.weight * direction >= 0
        assert ("stops at 0" not in weight.note) or weight.weight == 0.0


def test_the_compressed_covariance_keeps_the_uncertainty_of_real_interviews(learned):
    found, _, rows, _ = learned
    short = expand(shipped().covariance)
    exact, kept = (np.einsum("ij,jk,ik->i", rows, matrix, rows) for matrix in (found.covariance, short))
    told = exact > 0
    assert np.abs(np.sqrt(kept[told] / exact[told]) - 1).max() < 0.04
    assert np.linalg.eigvalsh(short).min() > 0
    sds = np.array([weight.sd for weight in shipped().weights.values()])
    assert np.allclose(np.sqrt(np.diag(short)), sds, atol=2e-5)


def test_the_largest_entry_of_each_factor_is_positive():
    for factor in shipped().covariance.factors:
        assert max(factor, key=abs) > 0


def test_a_next_round_teaches_only_where_it_lies_ahead():
    def told(cases):
        return {case.stage for case in cases if "next_round_scheduled" in case.checklist.answers}

    assert told(load_cases()) == {"phone", "first"}
    assert told(load_cases(as_coded=True)) == {"phone", "first", "later", "final"}


def test_no_cases_leave_the_published_weights():
    settings = Settings(0.7, 1.0, 1.5, 0.5)
    combinations = dict.fromkeys(COMBINATION_CODES, (0.2, 0.3))
    found, _, _, _ = fit_cases([case for case in load_cases() if case.offer], settings, combinations)
    assert np.allclose(found.weights, make_prior(settings).mean, atol=1e-9)


def posterior(*weights):
    return Posterior(np.array(weights), np.eye(len(weights)), 0.0, np.zeros(len(weights), dtype=bool))


def order_of(weights):
    return np.argsort(-np.abs(weights), kind="stable").astype(float)


def test_an_order_that_stands_still_keeps_its_fit():
    fits = {(0.0, 1.0): posterior(0.2, 0.5), (1.0, 0.0): posterior(0.3, 0.6)}
    assert settle(order_of, lambda rows: fits[tuple(rows)], np.array([1.0, 0.5])).weights.tolist() == [
        0.3,
        0.6,
    ]


def test_orders_that_return_in_turn_give_the_mean_of_their_fits():
    fits = {(0.0, 1.0): posterior(0.2, 0.3), (1.0, 0.0): posterior(0.3, 0.2)}
    assert settle(order_of, lambda rows: fits[tuple(rows)], np.array([1.0, 0.5])).weights.tolist() == [
        0.25,
        0.25,
    ]


def test_orders_that_never_return_are_an_error():
    with pytest.raises(ArithmeticError, match="did not come back"):
        settle(lambda weights: weights.copy(), lambda rows: posterior(*(rows + 1.0)), np.array([0.0]))


def test_features_are_in_the_order_of_the_weights():
    assert tuple(shipped().weights) == FEATURES
