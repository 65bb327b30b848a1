"""Arrays of any length are of one type, so that C declarations are read once; what is in them stays the same."""

import cffi
import pytest

from letters.writers.any_length import AnyLength


@pytest.fixture
def ffi() -> cffi.FFI:
    made = cffi.FFI()
    made.cdef("typedef unsigned int hb_codepoint_t; typedef char tag[4];")
    return made


def test_arrays_of_several_lengths_are_of_one_type(ffi):
    arrays = [AnyLength(ffi).new(f"hb_codepoint_t[{len(content)}]", content) for content in ([7], [1, 2, 3], ())]
    assert [list(array) for array in arrays] == [[7], [1, 2, 3], []]
    assert {ffi.typeof(array) for array in arrays} == {ffi.typeof("hb_codepoint_t[]")}


def test_left_alone_every_length_would_be_a_type_of_its_own(ffi):
    assert ffi.typeof(ffi.new("hb_codepoint_t[1]", [7])) is not ffi.typeof(ffi.new("hb_codepoint_t[2]", [7, 8]))


def test_an_empty_array_keeps_its_length_and_a_pointer_its_type(ffi):
    assert len(AnyLength(ffi).new("hb_codepoint_t[100]")) == 100
    assert AnyLength(ffi).new("unsigned int *", 100)[0] == 100


def test_everything_else_is_cffi_s_own(ffi):
    assert AnyLength(ffi).NULL == ffi.NULL
    assert AnyLength(ffi).typeof("tag") is ffi.typeof("char[4]")
