// Everything here is a comfort: the pages say and do the same without it.

function suggest(field) {
  const list = document.createElement("datalist");
  list.id = `${field.id}-forslag`;
  field.after(list);
  field.setAttribute("list", list.id);
  let asked = "";
  let waiting;

  async function ask() {
    const text = field.value.trim();
    if (text.length < 2 || text === asked) return;
    asked = text;
    const answer = await fetch(`${field.dataset.suggestions}?q=${encodeURIComponent(text)}`).catch(() => null);
    if (!answer?.ok || field.value.trim() !== text) return;
    const { suggestions } = await answer.json();
    list.replaceChildren(...suggestions.map((each) => Object.assign(document.createElement("option"), { value: each })));
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
}

document.querySelectorAll("[data-suggestions]").forEach(suggest);
