"""Publishing from the desk: what stops it is said and leads where it is put right; what is published can be checked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tenderlight.archive.custody import Act, read_log
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.lists.store import ListStore
from tenderlight.model.review import ReviewVerdict
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.pipeline.screening_case import screen_case
from tenderlight.publish.standalone.verify import Check
from tenderlight.web.team import Team
from tests.lists.made_lists import entry, us_json
from tests.publish import made_dossier
from tests.screening.held_lists import fill
from tests.web.made_desk import open_desk
from tests.web.test_pages import first_claim
from tests.web.test_team import accounts, log_in, quick
from tests.web.test_writing import once, send

__all__ = ["accounts", "quick"]  # fixtures


def first_contract(client: TestClient) -> str:
    return str(client.get("/claims.json?kind=capability").json()["claims"][0]["contract"])


def confirm(folder: Path, *kinds: str, because: str = "") -> None:
    """Confirm claims of some kinds about every contract."""
    with Case.open(folder, create=True) as case:
        for claim in list(case.claims()):
            if claim.kind.value in kinds:
                case.reviews.add(ReviewVerdict.CONFIRM, claim.claim, person="A. Reader", because=because)


def test_what_stops_a_publication_is_said_in_both_languages_and_leads_there(folder: Path) -> None:
    confirm(folder, "buyer", "capability")
    with open_desk(folder) as client:
        address = f"/contracts/{first_contract(client)}/publish"
        page = client.get(f"{address}.json").json()
        said = [one["sentence"] for one in page["obstacles"]]
        assert said[0].startswith("Something speaks against claim")
        assert "“Ministry of Lanterns” is named, and nobody asked for its reply" in said[1]
        assert page["obstacles"][0]["href"].startswith("/claims/")
        assert page["obstacles"][1]["href"].startswith("/replies?party=Ministry")
        assert len(page["findings"]) == 2
        chinese = client.get(f"{address}.json?lang=zh").json()
        assert "无人征询其答复" in chinese["obstacles"][1]["sentence"]
        refused = client.post(address, data={"once": once(client, address)}, follow_redirects=False)
        assert refused.status_code == 409
        assert "nobody asked for its reply" in refused.text
        assert client.get("/contracts/" + "0" * 32 + "/publish").status_code == 404
    with Case.open(folder) as case:
        assert list(case.publications) == []
    assert not (folder / "dossiers").exists()


def test_a_dossier_is_published_downloaded_and_withdrawn(tmp_path: Path) -> None:
    made_dossier.make_case(tmp_path)
    folder, contract = tmp_path / "case", made_dossier.CONTRACT
    with Case.open(folder, create=True) as case:
        title = made_dossier.claim_of(case, StatementKind.TITLE, Stage.TENDER).claim  # no page, so nothing is drawn
        for claim in (title, made_dossier.claim_of(case, StatementKind.AMOUNT).claim):
            case.reviews.add(ReviewVerdict.CONFIRM, claim, person="A. Reader")
    with open_desk(folder) as client:
        address = f"/contracts/{contract}/publish"
        found = client.get(f"{address}.json").json()["findings"]
        shown = [one["claim"] for one in found]
        assert send(client, address, seen_on=address, shown=shown[0]) == 400, "nothing is ticked"
        data = {"once": once(client, address), "shown": shown, "only": [title], "no_names": "1", "seal": "1"}
        done = client.post(address, data=data, follow_redirects=False)
        assert (done.status_code, done.headers["location"]) == (303, f"/dossiers#{contract[:12]}-1")
        assert client.post(address, data=data, follow_redirects=False).status_code == 409, "a form works once"
        (dossier,) = client.get("/dossiers.json").json()["dossiers"]
        assert (dossier["state"], dossier["findings"], dossier["person"]) == ("stands", 1, "name withheld")
        assert dossier["folder"] == f"dossiers/{contract[:12]}-1"
        answer = client.get(dossier["download_href"])
        assert answer.headers["content-disposition"] == f'attachment; filename="dossier-{contract[:12]}-1.zip"'
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            archive.extractall(tmp_path)
        check = Check(tmp_path / dossier["name"])
        assert "1 findings" in check.dossier()
        assert check.faults == []
        assert client.get("/dossiers/0-9.zip").status_code == 404
        form = {"number": "1", "because": ""}
        assert send(client, "/dossiers/withdraw", seen_on="/dossiers", **form) == 400
        assert send(client, "/dossiers/withdraw", seen_on="/dossiers", **form | {"because": "Wrong contract."}) == 303
        (dossier,) = client.get("/dossiers.json").json()["dossiers"]
        assert (dossier["state"], dossier["over_because"]) == ("withdrawn", "Wrong contract.")
    assert check_case(folder) == []
    acts = [entry.act for entry, _ in read_log(folder)]
    assert [act for act in acts if act in (Act.PUBLISH, Act.WITHDRAW)] == [Act.PUBLISH, Act.WITHDRAW]


@pytest.mark.usefixtures("quick")
def test_only_editors_publish_and_every_try_is_written_down(folder: Path, accounts: Path) -> None:
    confirm(folder, "title")
    with open_desk(folder, team=accounts) as client:
        log_in(client, "ed")
        contract = first_contract(client)
        address = f"/contracts/{contract}/publish"
        for name in ("rita", "vera"):
            log_in(client, name)
            assert client.get(address).status_code == 403
            assert client.post(address, data={}).status_code == 403
            assert client.post("/dossiers/withdraw", data={}).status_code == 403
            listed = client.get("/dossiers")
            assert "Only editors publish" in listed.text
            assert address not in listed.text
        log_in(client, "ed")
        assert address in client.get("/dossiers").text
        assert first_claim(client, "title")
        assert client.get(address).status_code == 200
    with Team(accounts) as team:
        tried = [(line.account, line.outcome) for line in team.audit() if "publish" in line.what]
    assert ("rita", "403 error.forbidden") in tried
    assert ("vera", "403 error.forbidden") in tried


def test_what_lists_say_is_told_where_whoever_publishes_ticks_it(tmp_path: Path) -> None:
    made_dossier.make_case(tmp_path)
    folder, address = tmp_path / "case", f"/contracts/{made_dossier.CONTRACT}/publish"
    with open_desk(folder) as client:
        assert client.get(f"{address}.json").json()["list_entries"] is None
        assert 'name="lists"' not in client.get(address).text
    fill(tmp_path / "lists", us_json(entities=[entry(made_dossier.PARTIES[1])]))
    with Case.open(folder) as case:
        screen_case(case, store=ListStore(tmp_path / "lists"))
    with Case.open(folder, create=True) as case:
        made_dossier.confirm_all(case)
        made_dossier.ask_all(case)
    with open_desk(folder) as client:
        assert client.get(f"{address}.json").json()["list_entries"] == 1
        data = {"once": once(client, address), "lists": "1", "seal": "1"}
        assert client.post(address, data=data, follow_redirects=False).status_code == 303
    told = folder / "dossiers" / f"{made_dossier.CONTRACT[:12]}-1" / "data" / "lists.json"
    assert made_dossier.PARTIES[1] in told.read_text("utf-8")
