"""Addresses of the wizard."""

from django.forms import Form
from django.urls import path

from letters.web.doors import page_and_form
from letters.wizard.check_page import CHECK
from letters.wizard.preview import preview
from letters.wizard.submitting import submit
from letters.wizard.views import LetterWizard

# formtools wants a form at import; the real ones come from the letter definition, per request.
wizard = page_and_form(LetterWizard.as_view(form_list=[Form], url_name="fill", done_step_name=CHECK))

urlpatterns = [
    path("letters/<int:pk>/fill/<slug:step>/", wizard, name="fill"),
    path("letters/<int:pk>/check/", wizard, {"step": CHECK}, name="check"),
    path("letters/<int:pk>/preview/", preview, name="preview"),
    path("letters/<int:pk>/submit/", submit, name="submit"),
]
