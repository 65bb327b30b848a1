// Chooses all letters of the page at once, for the bundle.

const all = document.querySelector(".bundle-all");
const every = all.querySelector("input");
const boxes = [...document.querySelectorAll("input[form=bundle]")];
const show = () => {
  const chosen = boxes.filter((box) => box.checked).length;
  every.checked = chosen === boxes.length;
  every.indeterminate = chosen > 0 && chosen < boxes.length;
};

all.hidden = boxes.length === 0;
every.addEventListener("change", () => {
  for (const box of boxes) box.checked = every.checked;
});
for (const box of boxes) box.addEventListener("change", show);
show();
