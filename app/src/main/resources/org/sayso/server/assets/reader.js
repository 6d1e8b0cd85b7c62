// Shows the cards of the words that were chosen. Without it, all cards stand beside the text.
const text = document.querySelector(".text");
if (text) {
  document.documentElement.classList.add("js");
  const cards = document.querySelector(".cards");
  const clear = () => {
    document.querySelectorAll(".card.shown").forEach((card) => card.classList.remove("shown"));
    document.querySelectorAll(".piece.chosen").forEach((chosen) => chosen.classList.remove("chosen"));
    document.documentElement.classList.remove("showing");
  };
  const show = (ids) => {
    clear();
    for (const id of ids) {
      const card = document.getElementById("item-" + id);
      card.classList.add("shown");
      cards.append(card);
    }
    document.documentElement.classList.add("showing");
    cards.scrollTop = 0;
  };
  const items = (piece) => piece.dataset.items.split(" ").filter(Boolean);
  const choose = (piece) => {
    show(items(piece));
    piece.classList.add("chosen");
    piece.scrollIntoView({ block: "nearest" });
  };
  for (const piece of text.querySelectorAll(".piece")) {
    if (!piece.dataset.items) continue;
    piece.tabIndex = 0;
    piece.setAttribute("role", "button");
    piece.addEventListener("click", () => choose(piece));
    piece.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(piece);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
  // Whoever comes for a sentence wants the events and statements in it before names, dates and places.
  const reached = [...new Set([...text.querySelectorAll(".piece.at")].flatMap(items))];
  const first = ["v", "f", "a"].flatMap((kind) => reached.filter((id) => id.startsWith(kind)));
  if (reached.length) show(first.length ? first : reached);
}
// A link to a claim opens the page at it; its evidence is what one came for.
const open = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.classList.contains("claim")) return;
  for (let around = target.parentElement; around; around = around.parentElement) {
    if (around.tagName === "DETAILS") around.open = true;
  }
  target.querySelectorAll("details").forEach((details) => (details.open = true));
  target.scrollIntoView();
};
window.addEventListener("hashchange", open);
open();
