// Ctrl+S (⌘S) saves the step where it stands.

const form = document.querySelector("form.step");

addEventListener("keydown", (event) => {
  const save = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "s";
  if (!save) return;
  event.preventDefault();
  form.dispatchEvent(new CustomEvent("save-now"));
});
