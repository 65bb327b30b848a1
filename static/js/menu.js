// Closes the account menu on Escape and on a press elsewhere.

const menu = document.querySelector(".account-menu");

function close({ target }) {
  if (!menu.contains(target)) menu.open = false;
}

function escape(event) {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
}

if (menu) {
  document.addEventListener("pointerdown", close);
  document.addEventListener("focusin", close);
  menu.addEventListener("keydown", escape);
}
