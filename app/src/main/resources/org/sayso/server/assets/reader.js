// Shows the cards of the words that were clicked. Without it, all cards stand beside the text.
const text = document.querySelector(".text");
if (text) {
  document.documentElement.classList.add("js");
  const show = (piece) => {
    document.querySelectorAll(".card.shown").forEach((card) => card.classList.remove("shown"));
    document.querySelectorAll(".piece.chosen").forEach((chosen) => chosen.classList.remove("chosen"));
    const cards = document.querySelector(".cards");
    for (const id of piece.dataset.items.split(" ").filter(Boolean)) {
      const card = document.getElementById("item-" + id);
      card.classList.add("shown");
      cards.append(card);
    }
    piece.classList.add("chosen");
    cards.scrollTop = 0;
  };
  for (const piece of text.querySelectorAll(".piece")) {
    if (!piece.dataset.items) continue;
    piece.tabIndex = 0;
    piece.addEventListener("click", () => show(piece));
    piece.addEventListener("keydown", (event) => {
      if (event.key === "Enter") show(piece);
    });
  }
  const at = document.getElementById("at");
  if (at?.dataset.items) show(at);
}
// A link to a claim opens the page at it; its evidence is what one came for.
const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (target?.classList.contains("claim")) target.querySelectorAll("details").forEach((details) => (details.open = true));
