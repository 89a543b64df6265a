"""Addresses: a name is never unserious, and a playful word is, however it is written."""

import pytest

from interview_outcome.advice.letter_address import is_unserious

SOBER = """
will.hughes Will Hughes|william.x Will|mitchell.king Anna Mitchell|a.love Aimee Love|j.fox Jo Fox|glover88 Tim Glover|rich.hart Richard Hart
b.g.okoro Ben Okoro|kowalska.art Anna|okorob Ben Okoro|pn.accounts Priya Nair|w.li Wei Li|liwei1990 Wei Li|oksana.grytsenko Oksana Hrytsenko
marta_b Marta Bianchi|jsmith.dev Jon Smith|s.o.malley Siobhan O'Malley|mary-jane.watson Mary-Jane Watson|sam69 Sam Rowe|d.fish Dora Fish
zoe.angel Zo\u00eb Angel|hello Ana|contact Bob Tree|jose.maria Jos\u00e9 M P\u00e9rez|mrs.c.bell Carol Bell|fcherono Faith Cherono
rosie.mcqueen Rosie McQueen|li.na Li Na|nguyen.thi.lan Pham Thi Lan|a.bartosz Anna Kowalska|ben+jobs Ben|lizzy.jay Elizabeth Jones|h.king Hannah
"""
UNSERIOUS = """
partyqueen99 Jade Turner|dark_lord_666 Lukas Brandt|fluffy.bunny.x Megan Riley|sk8erboi Tim Rowe|xXx_tim_xXx Tim|pizzalover22 Ann Lee
dancing.potato Ann|coolguy_1999 Bo Li|disco.dave Dave Hill|hot.lips Sue|sexysue Sue Black|lil_miss_sunshine Kay|thebigboss Ron Bell
kingofpop Ron Bell|beer4me Ron|ilovecats Kim|b0ssman Al|musclejoe Joe|silliemomma Pat|OneShortASixPack Pat Low|browneyes69 Ana
honey.bunny77 Ana|iamtheboss Roger|juicygapeach Lee Ray|sweetlove72 Lee|sparklepops Lee|angel_baby Dan|wolf-man Dan|tigger4ever Dan
madcatlady Viv|batman Bruce|mr.awesome Joe Ray|killerqueen Joe|hotchick99 Amy|420blazer Amy|bigdaddy_moneybags Ron|cheeky_monkey Di
just.chillin Di Roe|lovelylady Di|rockstar_ben Ben|moon.star Hannah King|rainsong Hannah King|coooolben Ben
"""


def cases(text):
    return [line.partition(" ")[::2] for line in text.strip().replace("\n", "|").split("|")]


@pytest.mark.parametrize(("local", "owner"), cases(SOBER))
def test_an_address_made_of_a_name_or_of_nothing_playful_is_sober(local, owner):
    assert not is_unserious(f"{local}@example.org", owner)


@pytest.mark.parametrize(("local", "owner"), cases(UNSERIOUS))
def test_a_playful_address_is_unserious(local, owner):
    assert is_unserious(f"{local}@example.org", owner)


def test_a_domain_of_one_s_own_name_is_enough():
    assert not is_unserious("postbox@okoro.example", "Ben Okoro")
