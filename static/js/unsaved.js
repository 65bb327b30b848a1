// Asks before a page is left on which something was changed and not saved.

const form = document.querySelector("form.step");
let unsaved = "unsaved" in form.dataset;

form.addEventListener("input", () => { unsaved = true; });
form.addEventListener("submit", () => { unsaved = false; });

addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
