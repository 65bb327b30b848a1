"""For which company a letter is started: those to choose from, the likely one, and the one that was chosen."""

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest

from letters.models import Company, Letter
from letters.permissions import may_draft


class UnknownCompany(LookupError):
    """What was sent is no company that letters can be started for."""


def companies_to_choose() -> list[Company]:
    return list(Company.objects.in_use().by_name())


def likely_company(user: AbstractBaseUser, companies: list[Company]) -> Company | None:
    """The only one there is; among several the one of the author's latest letter."""
    if len(companies) == 1:
        return companies[0]
    latest = Letter.objects.kept().filter(owner=user).order_by("-updated_at").first() if companies else None
    return next((company for company in companies if latest and company.pk == latest.company_record_id), None)


def starting(user: AbstractBaseUser) -> dict:
    """What a page shows that offers a letter: whoever may start one is asked for which company."""
    if not may_draft(user):
        return {"may_draft": False}
    companies = companies_to_choose()
    return {"may_draft": True, "companies": companies, "likely": likely_company(user, companies)}


def chosen_company(request: HttpRequest) -> Company | None:
    """None when the letter is to start without; a page that does not ask gets the likely one."""
    companies, sent = companies_to_choose(), request.POST.get("company")
    if sent is None:
        return likely_company(request.user, companies)
    if not sent:
        return None
    for company in companies:
        if str(company.pk) == sent:
            return company
    raise UnknownCompany(sent)
