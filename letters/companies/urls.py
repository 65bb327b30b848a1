"""Addresses of the companies."""

from django.urls import path

from letters.companies import logo_page, views

urlpatterns = [
    path("companies/", views.companies, name="companies"),
    path("companies/new/", views.new_company, name="new_company"),
    path("companies/<int:pk>/", views.company, name="company"),
    path("companies/<int:pk>/logo/", logo_page.logo, name="company_logo"),
    path("companies/<int:pk>/logo/remove/", logo_page.remove, name="remove_logo"),
    path("companies/<int:pk>/logo.png", logo_page.picture, name="logo_picture"),
    path("companies/<int:pk>/archive/", views.archive, name="archive_company"),
    path("companies/<int:pk>/restore/", views.restore, name="restore_company"),
]
