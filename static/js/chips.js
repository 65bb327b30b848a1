// Makes the suggestions under a field into buttons that fill it.

function fill(input, text) {
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
  input.focus();
}

function button(chip, input) {
  const made = document.createElement("button");
  const words = document.createElement("span");
  made.type = "button";
  made.className = chip.className;
  words.textContent = chip.textContent;
  words.lang = chip.lang;
  made.append(words);
  made.addEventListener("click", () => fill(input, chip.dataset.fill));
  return made;
}

for (const chips of document.querySelectorAll(".chips")) {
  const input = document.getElementById(chips.dataset.for);
  for (const chip of chips.querySelectorAll(".chip")) chip.replaceWith(button(chip, input));
}
