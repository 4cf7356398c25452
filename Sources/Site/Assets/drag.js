// Moves a thing by dragging its grip, within its list or to another of the same rank, and sends the form that keeps it.
// Without this file the buttons beside each thing do the same.
(() => {
  const key = (list) => list.dataset.list || "";
  const rank = (list) => list.dataset.rank || "";
  const begin = (field, form, item, mark) => {
    const lists = () => [...new Set([...field.querySelectorAll("[data-rank]"), item.parentElement])]
      .filter((list) => rank(list) === rank(item.parentElement) && !item.contains(list));
    const marks = (list) => [...list.children].map((other) => other.dataset.item ? other : other.querySelector("[data-item]"));
    const order = () => marks(item.parentElement).map((other) => other.dataset.item).join(" ");
    const home = { list: item.parentElement, next: item.nextElementSibling, order: order() };
    // The head of a thing: not what hangs under it.
    const head = (other) => (other.querySelector(":scope > form") || other).getBoundingClientRect();
    const move = (event) => {
      let best = null;
      for (const list of lists()) {
        const others = [...list.children].filter((other) => other !== item);
        for (const other of others) {
          const box = head(other);
          const middle = box.top + box.height / 2;
          const far = Math.abs(event.clientY - middle);
          if (!best || far < best.far) best = { far, list, other, isAfter: event.clientY > middle };
        }
        if (others.length === 0) {
          const box = list.getBoundingClientRect();
          const far = Math.abs(event.clientY - box.top - box.height / 2);
          if (!best || far < best.far) best = { far, list, other: null, isAfter: false };
        }
      }
      if (best) {
        const before = best.other && (best.isAfter ? best.other.nextElementSibling : best.other);
        if (before !== item && (item.parentElement !== best.list || item.nextElementSibling !== before)) {
          best.list.insertBefore(item, before);
        }
      }
      if (event.clientY < 60) scrollBy(0, -12);
      if (event.clientY > innerHeight - 60) scrollBy(0, 12);
    };
    const end = (isKept) => {
      document.removeEventListener("pointermove", move);
      document.removeEventListener("pointerup", drop);
      document.removeEventListener("pointercancel", cancel);
      document.removeEventListener("keydown", escape);
      item.classList.remove("dragged");
      field.classList.remove("dragging");
      if (!isKept) return home.list.insertBefore(item, home.next);
      const list = item.parentElement;
      if (list === home.list && order() === home.order) return;
      const says = {
        order: order(), node: mark.dataset.item, under: key(list), place: [...list.children].indexOf(item),
      };
      for (const name of Object.keys(says)) if (form.elements[name]) form.elements[name].value = says[name];
      form.submit();
    };
    const drop = () => end(true);
    const cancel = () => end(false);
    const escape = (event) => {
      if (event.key === "Escape") end(false);
    };
    item.classList.add("dragged");
    field.classList.add("dragging");
    // A thing that moves in the page loses a captured pointer, so the page itself listens.
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", drop);
    document.addEventListener("pointercancel", cancel);
    document.addEventListener("keydown", escape);
  };

  for (const field of document.querySelectorAll("[data-drag]")) {
    const form = document.getElementById(field.dataset.drag);
    const all = [...field.querySelectorAll("[data-item]")];
    if (!form || all.length < 2) continue;
    for (const mark of all) {
      const item = mark.closest("tr, li");
      const grip = document.createElement("span");
      grip.className = "grip";
      grip.setAttribute("aria-hidden", "true");
      grip.title = "Drag to move";
      grip.textContent = "\u2807\u2807";
      (mark.closest("td, .box") || mark).prepend(grip);
      grip.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        begin(field, form, item, mark);
      });
    }
  }
})();
