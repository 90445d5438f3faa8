"""Every geocoder is registered, documented, and speaks Chinese when it fails."""

import re

import pytest

from geodata import geocoders
from geodata.geocoders import DOUBTS, GEOCODERS, Access, Chain, errors, open_chain
from geodata.geocoders.errors import GeocoderError, UnknownGeocoderError
from geodata.geocoders.registry import KEYED
from parks.language import Language, translate

GAP = re.compile(r"\{(\w+)")
ALL_KEYS = {name: f"secret of {name}" for name in KEYED}


def test_every_module_of_a_service_is_registered(repository):
    folder = repository / "geodata" / "geocoders"
    modules = {
        path.stem
        for path in folder.glob("*.py")
        if re.search(
            r"^class .*\n(.*\n)*?    (name|title): ClassVar\[str\] = ",
            path.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }
    assert modules == {*GEOCODERS} - {"gazetteer"}


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_geocoder_and_its_key_is_in_the_readme(repository, readme):
    text = (repository / readme).read_text(encoding="utf-8")
    for name in GEOCODERS:
        assert f"`{name}`" in text
    for keyed in KEYED.values():
        assert f"`{keyed.setting}`" in text
    for setting in ("GEOCODERS", "NOMINATIM_URL", "CACHE"):
        assert f"`PARKATLAS_{setting}`" in text


def test_the_chain_has_the_order_of_the_names():
    names = ["nominatim", "tianditu", "gazetteer", "amap", "baidu", "tencent"]
    with open_chain(names, Access(ALL_KEYS), None) as chain:
        assert [geocoder.name for geocoder in chain.geocoders] == names
        assert not any(key in repr(vars(chain)) for key in ALL_KEYS.values())


def test_an_unknown_name_is_refused_with_those_there_are():
    with pytest.raises(UnknownGeocoderError, match=r"'gaode'.*gazetteer, amap, baidu"):
        open_chain(["gazetteer", "gaode"], Access(), None)


@pytest.mark.parametrize("name", KEYED)
@pytest.mark.parametrize("keys", [{}, {"amap": " "}])
def test_a_service_without_its_key_is_not_asked_and_says_so(name, keys):
    with open_chain([name, "gazetteer"], Access(keys), None) as chain:
        outcome = chain.place("深圳湾科技生态园", "南山")
    assert outcome.answer.geocoder == "gazetteer"
    assert KEYED[name].setting in str(outcome.failures[0])


def test_a_chain_lets_go_of_everything(boundaries):
    let_go = []
    with Chain((), boundaries, close=lambda: let_go.append("all")) as chain:
        assert let_go == []
        assert chain.place("某园").answer is None
    assert let_go == ["all"]


def sentences():
    yield from DOUBTS.values()
    for kind in vars(errors).values():
        is_error = isinstance(kind, type) and issubclass(
            kind, GeocoderError | UnknownGeocoderError
        )
        if is_error and kind.template != "{reason}":
            yield kind.template


@pytest.mark.parametrize("sentence", sorted(set(sentences())))
def test_every_sentence_has_its_chinese_with_the_same_gaps(sentence):
    chinese = translate(sentence, Language.ZH)
    assert re.search(r"[一-鿿]", chinese), f"no Chinese for {sentence!r}"
    assert set(GAP.findall(chinese)) == set(GAP.findall(sentence))


def test_public_names_exist_and_are_documented():
    assert all(hasattr(geocoders, name) for name in geocoders.__all__)
    constants = {"CITY", "DOUBTS", "GEOCODERS"}
    assert all(getattr(geocoders, n).__doc__ for n in {*geocoders.__all__} - constants)
