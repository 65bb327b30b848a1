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


LABELS = {
    Status.DRAFT: "草稿",
    Status.SUBMITTED: "待审核",
    Status.RETURNED: "已退回",
    Status.APPROVED: "已批准",
    Status.ISSUED: "已签发",
    Status.VOID: "已作废",
    Status.SUPERSEDED: "已被替代",
    Status.EXPIRED: "已到期",
}
EDITABLE = frozenset({Status.DRAFT, Status.RETURNED})
FINAL = frozenset({Status.APPROVED, Status.ISSUED})
