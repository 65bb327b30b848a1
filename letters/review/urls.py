"""Addresses of the review room; handing in is the wizard's, whose check page it brings back."""

from django.urls import path

from letters.review import deciding, redline_page, remarks
from letters.review.history_page import history
from letters.review.queue_page import queue
from letters.review.views import review

urlpatterns = [
    path("review/", queue, name="review_queue"),
    path("letters/<int:pk>/review/", review, name="review"),
    path("letters/<int:pk>/review/approve/", deciding.approve, name="approve"),
    path("letters/<int:pk>/review/return/", deciding.send_back, name="return"),
    path("letters/<int:pk>/review/comments/", remarks.comment, name="comment"),
    path("letters/<int:pk>/review/suggest/<slug:field>/", remarks.suggest, name="suggest"),
    path("letters/<int:pk>/review/comments/<int:comment>/reply/", remarks.reply, name="reply"),
    path("letters/<int:pk>/review/comments/<int:comment>/settle/", remarks.settle, name="settle"),
    path("letters/<int:pk>/review/comments/<int:comment>/accept/", remarks.accept, name="accept"),
    path("letters/<int:pk>/withdraw/", deciding.withdraw, name="withdraw"),
    path("letters/<int:pk>/compare/", redline_page.choose, name="redline_choose"),
    path("letters/<int:pk>/compare/<int:revision>/<slug:other>/", redline_page.redline, name="redline"),
    path(
        "letters/<int:pk>/compare/<int:revision>/<slug:other>/redline.docx",
        redline_page.redline_file,
        name="redline_file",
    ),
    path("letters/<int:pk>/history/", history, name="history"),
]
