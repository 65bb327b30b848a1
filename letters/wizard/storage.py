"""The seam to formtools: a wizard storage that is the letter's row, so nothing lives in the session."""

from django.utils.datastructures import MultiValueDict
from formtools.wizard.storage.base import BaseStorage


class DraftStorage(BaseStorage):
    """The place is the URL and is only remembered for one request; a GET never writes."""

    def __init__(self, prefix, request=None, file_storage=None):
        super().__init__(prefix, request, file_storage)
        self.draft = request.draft
        self.init_data()

    def get_step_data(self, step):
        """Stored answers of the step, or None so that formtools makes a form with initial values."""
        stored = self.draft.stored(step)
        if not stored:
            return None
        return MultiValueDict({key: value if isinstance(value, list) else [value] for key, value in stored.items()})

    def set_step_data(self, step, cleaned_data):
        """`cleaned_data` is what process_step gave: typed answers with the version and base they were typed on."""
        self.draft.save(step, cleaned_data["typed"], version=cleaned_data["version"], base=cleaned_data["base"])

    def set_step_files(self, step, files):
        """No uploads inside the wizard."""

    def reset(self):
        """Does nothing: formtools resets after the last page, but the letter is kept."""
