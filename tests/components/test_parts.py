from tenderlight.components.parts import parts_in
from tenderlight.languages.normalise import flatten


def test_brand_product_and_model_are_one_part() -> None:
    text = "希捷 酷鹰 8TB ST8000VX004"
    (part,) = parts_in(flatten(text), ())
    assert (text[part.start : part.end], part.maker, part.product) == (text, "seagate", "seagate-skyhawk")


def test_a_model_of_many_makers_needs_its_makers_name_on_the_line() -> None:
    assert parts_in("ipc2322lb", ()) == []
    assert [part.product for part in parts_in(flatten("宇视摄像机 IPC2322LB"), ())] == [None, "uniview-cameras"]
    assert [part.product for part in parts_in(flatten("宇视摄像机\nIPC2322LB"), ())] == [None]


def test_a_size_behind_a_name_is_no_model() -> None:
    text = "tesla t4 16gb"
    (part,) = parts_in(text, ())
    assert text[part.start : part.end] == "tesla t4"
