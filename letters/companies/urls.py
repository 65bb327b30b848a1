"""Addresses of the companies."""

from django.urls import path

from letters.companies import views

urlpatterns = [
    path("companies/", views.companies, name="companies"),
    path("companies/new/", views.new_company, name="new_company"),
    path("companies/<int:pk>/", views.company, name="company"),
    path("companies/<int:pk>/archive/", views.archive, name="archive_company"),
    path("companies/<int:pk>/restore/", views.restore, name="restore_company"),
]
