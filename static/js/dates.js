// Beside a date: the browser's own calendar, and what the typed date reads in the letter.

const parts = document.getElementById("calendar");
const DAY = /^(\d{4})(?:[-./年](\d{1,2})[-./月](\d{1,2})[日号]?|(\d{2})(\d{2}))$/;
const SHIFT = "０".charCodeAt(0) - "0".charCodeAt(0);

function iso(text) {
  const plain = text.replace(/\s/g, "").replace(/[０-９．－／]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - SHIFT));
  const found = DAY.exec(plain);
  if (!found) return "";
  const [year, month, day] = [found[1], found[2] ?? found[4], found[3] ?? found[5]];
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function existing(day) {
  const date = new Date(`${day}T00:00:00Z`);
  return day && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day) ? date : null;
}

function words(date) {
  const language = document.documentElement.lang;
  return date.toLocaleDateString(language, { dateStyle: "full", timeZone: "UTC" });
}

function equip(input) {
  const made = parts.content.cloneNode(true);
  const [picker, button, reading] = ["input", "button", ".reading"].map((part) => made.querySelector(part));
  const read = () => {
    const date = existing(iso(input.value));
    reading.textContent = date ? reading.dataset.reading.replace("{date}", words(date)) : "";
  };
  button.addEventListener("click", () => {
    picker.value = iso(input.value);
    picker.showPicker();
  });
  picker.addEventListener("input", (event) => {
    event.stopPropagation();
    input.value = picker.value;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
  });
  input.addEventListener("input", read);
  input.after(made.querySelector(".calendar"));
  input.closest(".control").after(reading);
  read();
}

if ("showPicker" in HTMLInputElement.prototype) {
  for (const input of document.querySelectorAll('[data-kind="date"]')) equip(input);
}
