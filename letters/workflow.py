"""The states a letter can be in, and in which of them its answers may still change."""

from enum import StrEnum


class Status(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    ISSUED = "issued"
    VOID = "void"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"


# Chinese and English; spoken(*LABELS[status]) is the one the page shows.
LABELS = {
    Status.DRAFT: ("草稿", "Draft"),
    Status.SUBMITTED: ("待审核", "Waiting for review"),
    Status.RETURNED: ("已退回", "Returned"),
    Status.APPROVED: ("已批准", "Approved"),
    Status.ISSUED: ("已签发", "Issued"),
    Status.VOID: ("已作废", "Void"),
    Status.SUPERSEDED: ("已被替代", "Superseded"),
    Status.EXPIRED: ("已到期", "Expired"),
}
EDITABLE = frozenset({Status.DRAFT, Status.RETURNED})
FINAL = frozenset({Status.APPROVED, Status.ISSUED})
