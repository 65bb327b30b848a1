"""Addresses of a letter's life after approval, of the register, and of the public check."""

from django.urls import path

from letters.register import bundle_page, issue_page, register_page, renewal, scans_page, verify_page, void_page

urlpatterns = [
    path("letters/<int:pk>/issue/", issue_page.issue, name="issue"),
    path("letters/<int:pk>/void/", void_page.void, name="void"),
    path("letters/<int:pk>/renew/", renewal.renew, name="renew"),
    path("letters/<int:pk>/attach/", scans_page.attach, name="attach"),
    path("register/", register_page.register, name="register"),
    path("register/register.xlsx", register_page.register_file, name="register_file"),
    path("register/letters.zip", bundle_page.bundle, name="bundle"),
    path("verify/", verify_page.verify, name="verify"),
    path("verify/<str:code>/", verify_page.verify_code, name="verify_code"),
]
