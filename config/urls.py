"""All addresses: each room brings its own."""

from django.contrib import admin
from django.urls import include, path

from letters.web import errors

urlpatterns = [
    path("", include("letters.desk.urls")),
    path("", include("letters.choosing.urls")),
    path("", include("letters.wizard.urls")),
    path("", include("letters.exports.urls")),
    path("", include("letters.companies.urls")),
    path("", include("letters.help.urls")),
    path("", include("letters.register.urls")),
    path("", include("letters.notices.urls")),
    path("", include("letters.review.urls")),
    path("", include("letters.search.urls")),
    path("", include("letters.web.urls")),
    path("admin/", admin.site.urls),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
