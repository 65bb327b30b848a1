// A second press of the same button while the first is on its way does nothing.

addEventListener("submit", (event) => {
  const form = event.target;
  if (!("once" in form.dataset)) return;
  if ("sent" in form.dataset) return event.preventDefault();
  form.dataset.sent = "";
});

// Back from the next page, the form can be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-sent]")) delete form.dataset.sent;
});
