// Asks before a page is left on which a comment is written and not sent.

let sent = null;

function isUnsent(box) {
  const form = box.closest("form");
  return form !== sent && (box.value !== box.defaultValue || ("unsent" in form.dataset && box.value !== ""));
}

addEventListener("submit", (event) => { sent = event.target; });

addEventListener("beforeunload", (event) => {
  if ([...document.querySelectorAll("form textarea")].some(isUnsent)) event.preventDefault();
});
