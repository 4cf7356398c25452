// Moves a place by dragging its grip. Without this file the buttons beside each place do the same.
(() => {
  const form = document.getElementById("rank-order");
  const rows = [...document.querySelectorAll("table.rank tbody tr")];
  if (!form || rows.length < 2) return;
  const body = rows[0].parentElement;
  const codes = () => [...body.querySelectorAll("[data-code]")].map((mark) => mark.dataset.code).join(" ");
  const before = codes();
  for (const row of rows) {
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.setAttribute("aria-hidden", "true");
    grip.title = "Drag to move";
    grip.textContent = "\u2807\u2807";
    row.cells[0].prepend(grip);
    // A row that moves in the page loses a captured pointer, so the page itself listens.
    grip.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      row.classList.add("dragged");
      const move = (event) => {
        for (const other of body.rows) {
          if (other === row) continue;
          const box = other.getBoundingClientRect();
          const middle = box.top + box.height / 2;
          const isAfter = row.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
          if (isAfter && event.clientY > middle) other.after(row);
          else if (!isAfter && event.clientY < middle) {
            other.before(row);
            break;
          }
        }
        if (event.clientY < 60) scrollBy(0, -12);
        if (event.clientY > innerHeight - 60) scrollBy(0, 12);
      };
      const drop = () => {
        document.removeEventListener("pointermove", move);
        document.removeEventListener("pointerup", drop);
        document.removeEventListener("pointercancel", drop);
        row.classList.remove("dragged");
        if (codes() === before) return;
        form.elements.order.value = codes();
        form.submit();
      };
      document.addEventListener("pointermove", move);
      document.addEventListener("pointerup", drop);
      document.addEventListener("pointercancel", drop);
    });
  }
})();
