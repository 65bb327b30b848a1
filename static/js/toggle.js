// On a narrow screen: shows the paper in place of the form, and goes back to where one was.

const toggle = document.querySelector(".paper-toggle");
const both = document.querySelector(".beside");
const names = { form: toggle.textContent, paper: toggle.dataset.back };
let place = 0;

function show(view) {
  if (view === "paper") place = scrollY;
  both.dataset.view = view;
  toggle.textContent = names[view];
  scrollTo({ top: view === "paper" ? 0 : place, behavior: "instant" });
}

document.querySelector(".preview-button").hidden = true;
toggle.hidden = false;
toggle.addEventListener("click", () => show(both.dataset.view === "paper" ? "form" : "paper"));
