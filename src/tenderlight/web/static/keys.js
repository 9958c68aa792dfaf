// Keys of the queue and of a claim: each presses the button or follows the link that has it as data-key.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const found = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
  if (!found) return;
  event.preventDefault();
  found.click();
});

// The lit quote is brought into view; after a part of the page was changed, reading goes on at its top.
const showLit = () => {
  const lit = document.querySelector(".lit rect.lit"), around = document.querySelector(".shown");
  if (lit && around && around.scrollHeight > around.clientHeight)
    around.scrollTop += lit.getBoundingClientRect().top - around.getBoundingClientRect().top - around.clientHeight / 3;
};
showLit();
document.addEventListener("htmx:afterSettle", (event) => {
  showLit();
  if (event.target.id === "content") document.getElementById("content").focus({ preventScroll: true });
});
