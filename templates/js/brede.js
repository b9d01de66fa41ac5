// Finds an area by name or code, or on a map. Without this script the lists of areas do the same.
// The names come as a script, since a page opened from disk may load no other data.
(() => {
  const page = (code) => `${document.body.dataset.areas}${code}/index.html`;

  // A map is for pointers only: lists of the same areas stand on the same page.
  document.documentElement.classList.add("scripted");
  document.addEventListener("click", (event) => {
    const area = event.target.closest("[data-area]");
    // the start that all codes of a map have stands once, on the group
    if (area) location.href = page(area.closest("[data-start]").dataset.start + area.dataset.area);
  });

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/-/g, " ");
  const shown = 12;

  for (const search of document.querySelectorAll(".search")) {
    const input = search.querySelector("input");
    const results = search.querySelector(".search-results");
    let areas = null;
    search.hidden = false;

    const load = () => {
      if (areas) return;
      areas = [];
      globalThis.bredeAreas = (levels, list) => {
        // an area by the names of those above it, but for the whole: many a name is there twice
        const above = (at) => {
          const parent = at < 0 ? null : list[at];
          return !parent || parent[3] < 0 ? [] : [parent[1], ...above(parent[3])];
        };
        areas = list.map(([code, name, level, parent, words = ""]) => {
          const where = [levels[level], ...above(parent)].join(", ");
          return { code, name, where, plain: plain(name), all: ` ${plain(`${name} ${where}`)}`, words: words ? words.split("|") : [] };
        });
        show();
      };
      const script = document.createElement("script");
      script.src = search.dataset.names;
      document.head.append(script);
    };

    // names that begin with what was typed, names with a word that does, those that have all its words in their name
    // or those of the areas around, and the rest; larger areas first
    const find = (typed) => {
      const found = [[], [], [], []];
      const words = typed.split(/\s+/);
      for (const area of areas) {
        area.as = area.words.find((word) => plain(word).startsWith(typed));
        if (plain(area.code) === typed || area.plain.startsWith(typed) || area.as) found[0].push(area);
        else if (area.plain.includes(` ${typed}`)) found[1].push(area);
        else if (words.length > 1 && words.every((word) => area.all.includes(` ${word}`))) found[2].push(area);
        else if (area.plain.includes(typed)) found[3].push(area);
      }
      return found.flat();
    };

    const show = () => {
      const typed = plain(input.value.trim());
      results.replaceChildren();
      if (!areas?.length || typed.length < 2) return;
      const found = find(typed);
      if (!found.length) {
        const none = document.createElement("p");
        none.textContent = search.dataset.none;
        results.append(none);
        return;
      }
      const list = document.createElement("ul");
      for (const area of found.slice(0, shown)) {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = page(area.code);
        link.textContent = area.as ? `${area.name} (${area.as})` : area.name;
        const where = document.createElement("span");
        where.textContent = ` ${area.where}`;
        item.append(link, where);
        list.append(item);
      }
      results.append(list);
      if (found.length > shown) {
        const more = document.createElement("p");
        more.textContent = search.dataset.more.replace("{n}", (found.length - shown).toLocaleString(document.documentElement.lang));
        results.append(more);
      }
    };

    input.addEventListener("focus", load, { once: true });
    input.addEventListener("input", () => { load(); show(); });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      results.querySelector("a")?.click();
    });
  }
})();
