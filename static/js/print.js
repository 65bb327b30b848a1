// Shows the button that prints the page: without a script the browser's own menu does.

for (const button of document.querySelectorAll(".print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
