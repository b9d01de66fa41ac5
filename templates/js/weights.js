// What an index would say with other weights. Without this script the page tells what leaving parts out and equal
// weights would change. The first half reckons, as src/index does, and knows no page; the second half is the page.
(() => {
  const rounding = 1e-9;
  const whole = (share) => (share > 1 - rounding ? 1 : share);

  // Bytes as text to numbers: each itself, or its place in a list of all that differ (the last place is none).
  const bytes = (text) => {
    const signs = atob(text);
    const found = new Uint8Array(signs.length);
    for (let at = 0; at < found.length; at += 1) found[at] = signs.charCodeAt(at);
    return found.buffer;
  };
  const columns = ({ values, columns }) => {
    if (!values) return columns.map((column) => new Float64Array(bytes(column)));
    const list = new Float64Array(bytes(values));
    return columns.map((column) => {
      const places = new Uint16Array(bytes(column));
      const found = new Float64Array(places.length);
      for (let at = 0; at < found.length; at += 1) found[at] = places[at] < list.length ? list[places[at]] : NaN;
      return found;
    });
  };

  const bends = {
    arithmetic: [(x) => x, (mean) => mean],
    geometric: [Math.log, Math.exp],
    harmonic: [(x) => Math.pow(x, -1), (mean) => Math.pow(mean, -1)],
    power: [(x, power) => Math.pow(x, power), (mean, power) => Math.pow(mean, 1 / power)],
  };

  const below = (sorted, value) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < value) low = middle + 1; else high = middle;
    }
    return low;
  };
  const notAbove = (sorted, value) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= value) low = middle + 1; else high = middle;
    }
    return low;
  };
  const ascending = (values) => {
    const known = new Float64Array(values.length);
    let count = 0;
    for (const value of values) if (value === value) known[count++] = value;
    return known.subarray(0, count).sort();
  };

  /** Scores of all cells: a mean of what is known, where enough of the weight is. Parts are added by their ids. */
  const join = (data, weights) => {
    const all = data.order.reduce((sum, at) => sum + weights[at], 0);
    const back = bends[data.mean][1];
    const sums = new Float64Array(data.cells);
    const shares = new Float64Array(data.cells);
    // where a rule filled in all that is weighed, there is no score
    const measured = data.filled && new Uint8Array(data.cells);
    for (const at of data.order) {
      const weight = data.used === weights ? weights[at] : weights[at] / all;
      if (!(weight > 0)) continue;
      const column = data.bent[at];
      if (measured) column.forEach((value, cell) => { if (value === value && !data.filled[at][cell]) measured[cell] = 1; });
      for (let cell = 0; cell < column.length; cell += 1) {
        const value = column[cell];
        if (value === value) {
          sums[cell] += weight * value;
          shares[cell] += weight;
        }
      }
    }
    for (let cell = 0; cell < sums.length; cell += 1) {
      const share = whole(shares[cell]);
      const enough = share > 0 && share >= data.minimum - rounding && (!measured || measured[cell]);
      sums[cell] = enough ? back(sums[cell] / share, data.power) : NaN;
    }
    return sums;
  };

  // As numbers are put in order: rounded to 40 bits, so that sums that differ by rounding are one number.
  const inOrder = (value) => {
    const scaled = 8193 * value;
    const rounded = scaled - (scaled - value);
    return Number.isFinite(rounded) ? rounded : value;
  };

  const quantile = (rank, of, count) => Math.min(Math.max(Math.ceil((count * rank) / of), 1), count);
  const beyond = (value) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    view.setBigInt64(0, view.getBigInt64(0) + (value < 0 ? -1n : 1n));
    return value === 0 ? Number.MIN_VALUE : view.getFloat64(0);
  };

  const quantiles = (sorted, count, lowIsGood) => {
    const breaks = [];
    for (let start = 0, end; start < sorted.length; start = end) {
      for (end = start + 1; sorted[end] === sorted[start];) end += 1;
      const fromLow = lowIsGood
        ? count - quantile(sorted.length - (start + end - 1) / 2, sorted.length, count)
        : quantile((start + end + 1) / 2, sorted.length, count) - 1;
      while (breaks.length < fromLow) breaks.push(sorted[start]);
    }
    while (breaks.length < count - 1) breaks.push(beyond(sorted.at(-1)));
    return breaks;
  };

  const quantilesOfPeople = (scores, people, count) => {
    const places = Array.from(scores.keys()).filter((at) => !Number.isNaN(scores[at]));
    places.sort((one, other) => scores[one] - scores[other]);
    const counted = (at) => (people[at] > 0 ? people[at] : 0);
    const all = places.reduce((sum, at) => sum + counted(at), 0);
    if (all === 0) return [];
    const breaks = [];
    for (let start = 0, end, under = 0; start < places.length; start = end) {
      const value = scores[places[start]];
      let own = 0;
      for (end = start; end < places.length && scores[places[end]] === value; end += 1) own += counted(places[end]);
      const at = Math.min(Math.trunc((count * (under + own / 2)) / all), count - 1);
      while (breaks.length < at) breaks.push(value);
      under += own;
    }
    while (breaks.length < count - 1) breaks.push(beyond(scores[places.at(-1)]));
    return breaks;
  };

  // Fisher 1958: the classes within which squares of differences from the mean sum to the least.
  const natural = (sorted, count) => {
    const values = [];
    const times = [];
    for (const score of sorted) {
      if (values.at(-1) === score) times[times.length - 1] += 1; else { values.push(score); times.push(1); }
    }
    const length = values.length;
    if (length < count) {
      const breaks = values.slice(1);
      while (breaks.length < count - 1) breaks.push(beyond(values.at(-1)));
      return breaks;
    }
    const sums = [[0, 0, 0]];
    values.forEach((score, at) => {
      const value = score - values[0];
      const [n, sum, squares] = sums[at];
      sums.push([n + times[at], sum + times[at] * value, squares + times[at] * value * value]);
    });
    const spread = (from, to) => {
      const [n, sum, squares] = [0, 1, 2].map((of) => sums[to][of] - sums[from][of]);
      return Math.max(squares - (sum * sum) / n, 0);
    };
    let costs = sums.map((_, to) => (to === 0 ? 0 : spread(0, to)));
    const starts = [];
    for (let at = 1; at < count; at += 1) {
      const next = new Float64Array(length + 1).fill(Infinity);
      const start = new Int32Array(length + 1);
      const open = [[at + 1, length, at, length]];
      while (open.length) {
        const [low, high, from, to] = open.pop();
        if (low > high) continue;
        const end = (low + high) >> 1;
        let best = [Infinity, from];
        for (let first = from; first <= Math.min(to, end - 1); first += 1) {
          const cost = costs[first] + spread(first, end);
          if (cost < best[0]) best = [cost, first];
        }
        [next[end], start[end]] = best;
        open.push([low, end - 1, from, best[1]], [end + 1, high, best[1], to]);
      }
      costs = next;
      starts.push(start);
    }
    const breaks = [];
    let end = length;
    for (const start of starts.reverse()) {
      end = start[end];
      breaks.unshift(values[end]);
    }
    return breaks;
  };

  /** The values between classes, found by the rule of the index. */
  const breaksOf = (data, scores, people) => {
    const { rule, count, at } = data.classes;
    const [from, to] = data.over;
    const over = scores.subarray(from, to);
    const sorted = ascending(over);
    const length = sorted.length;
    if (rule === "fixed") return at;
    // rules that follow from the scores part no fewer areas than there are classes
    let areas = 0;
    for (let place = 0; place < data.areas; place += 1) {
      for (let cell = place; cell < over.length; cell += data.areas) if (over[cell] === over[cell]) { areas += 1; break; }
    }
    if (areas < count) return [];
    if (rule === "people") return quantilesOfPeople(over, people.subarray(from, to), count);
    const [least, most] = [sorted[0], sorted[length - 1]];
    if (rule === "quantile" || least === most) return quantiles(sorted, count, data.lowIsGood);
    if (rule === "equal-intervals") return Array.from({ length: count - 1 }, (_, at) => least + ((most - least) * (at + 1)) / count);
    if (rule === "jenks") return natural(sorted, count);
    const known = over.filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / length;
    const squares = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    return at.map((times) => mean + times * Math.sqrt(squares / (length - 1)));
  };

  /** What every area of the latest period gets: its rank from the bad end (not a number where it has no score), how
   * many have one, and its class from the good end (-1 where there are none). */
  const reckon = (data, weights) => {
    const scores = join(data, weights).map(inOrder);
    const latest = scores.subarray(data.cells - data.areas);
    const sorted = ascending(latest);
    const of = sorted.length;
    const ranks = new Float64Array(data.areas).fill(NaN);
    const classes = new Int8Array(data.areas).fill(-1);
    const breaks = data.classes ? breaksOf(data, scores, data.people) : [];
    for (let place = 0; place < data.areas; place += 1) {
      const score = latest[place];
      if (score !== score) continue;
      const start = below(sorted, score);
      let end = start + 1;
      while (sorted[end] === score) end += 1;
      const fromLargest = of - (start + end - 1) / 2;
      ranks[place] = data.lowIsGood ? fromLargest : of + 1 - fromLargest;
      if (breaks.length) {
        const fromLow = notAbove(breaks, score);
        classes[place] = data.lowIsGood ? fromLow : breaks.length - fromLow;
      }
    }
    return { ranks, classes, of };
  };

  const pearson = (one, other) => {
    const mean = (of) => {
      let sum = 0;
      for (const value of of) sum += value;
      return sum / of.length;
    };
    const [first, second] = [mean(one), mean(other)];
    let [both, ones, others] = [0, 0, 0];
    for (let at = 0; at < one.length; at += 1) {
      const [x, y] = [one[at] - first, other[at] - second];
      both += x * y;
      ones += x * x;
      others += y * y;
    }
    return one.length < 2 || !ones || !others ? NaN : Math.min(Math.max(both / Math.sqrt(ones * others), -1), 1);
  };

  /** How far one outcome is another than the one before it, over the areas that have a rank in both, ranked among
   * themselves: `from` and `to` are those ranks by place, not a number of other areas. */
  const compare = (data, before, after) => {
    const places = new Uint32Array(data.areas);
    let areas = 0;
    for (let place = 0; place < data.areas; place += 1) {
      if (before.ranks[place] > 0 && after.ranks[place] > 0) places[areas++] = place;
    }
    const both = places.subarray(0, areas);
    const ranks = (outcome) => {
      const known = new Float64Array(areas);
      for (let at = 0; at < areas; at += 1) known[at] = outcome.ranks[both[at]];
      if (areas === outcome.of) return known;
      const sorted = known.slice().sort();
      return known.map((rank) => (below(sorted, rank) + 1 + notAbove(sorted, rank)) / 2);
    };
    const [first, second] = [ranks(before), ranks(after)];
    const [from, to] = [first, second].map((ranks) => {
      const found = new Float64Array(data.areas).fill(NaN);
      both.forEach((place, at) => { found[place] = ranks[at]; });
      return found;
    });
    const people = data.people.subarray(data.cells - data.areas);
    let [moved, peopleMoved, peopleAll, distance] = [0, 0, 0, 0];
    for (const place of both) {
      distance += Math.abs(from[place] - to[place]);
      const count = people[place] > 0 ? people[place] : 0;
      peopleAll += count;
      if (before.classes[place] !== after.classes[place]) {
        moved += 1;
        peopleMoved += count;
      }
    }
    return {
      areas, places: both, from, to, moved, distance: distance / (areas || 1),
      people: peopleAll > 0 ? peopleMoved / peopleAll : NaN, correlation: pearson(first, second),
    };
  };

  /** The data of an index as they are written, made ready. */
  const prepare = (written) => {
    const parts = columns(written.parts);
    const there = bends[written.mean][0];
    const bent = parts.map((column) => column.map((value) => there(value, written.power)));
    const cells = parts[0].length;
    const people = written.people ? columns(written.people)[0] : new Float64Array(cells).fill(NaN);
    const filled = written.filled && written.filled.map((list) => {
      const found = new Uint8Array(cells);
      for (const cell of list) found[cell] = 1;
      return found;
    });
    return { ...written, bent, filled, people, cells, areas: cells / written.periods };
  };

  globalThis.bredeReckoned = { prepare, reckon, compare };

  // The page.
  const form = document.querySelector(".try form");
  if (!form) return;
  const box = form.closest(".try");
  const $ = (name) => box.querySelector(`[data-${name}]`);
  const rows = [...form.querySelectorAll("[data-part]")].map((row) => ({
    range: row.querySelector("input[type=range]"), number: row.querySelector("input[type=number]"),
    share: row.querySelector("output"), given: Number(row.dataset.part),
  }));
  const words = box.dataset;
  const lang = document.documentElement.lang;
  const format = (decimals) => new Intl.NumberFormat(lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const [short, one, three] = [format(0), format(1), format(3)];
  const percent = (share) => words.percent.replace("{n}", one.format(100 * share));
  const rank = (value) => (Number.isInteger(value) ? short : one).format(value);
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  let data = null;
  let names = null;
  const doubles = new Set();
  let published = null;
  let picked = null;
  let asked = false;

  // What is typed is what was published, to the decimal that is shown: then the published weights count in full.
  const counted = (number) => Math.min(Math.max(Number(number.value) || 0, 0), 100);
  const typed = () => rows.map(({ number }) => counted(number));
  const isPublished = (weights) => weights.every((weight, at) => weight === rows[at].given);

  const load = () => {
    if (asked) return;
    asked = true;
    say(words.loading);
    const script = (source) => {
      const element = document.createElement("script");
      element.src = source;
      element.addEventListener("error", () => say(words.failed));
      document.head.append(element);
    };
    globalThis.bredeWeights = (written) => { data = prepare(written); published = reckon(data, data.used); begin(); };
    globalThis.bredeAreas = (levels, list) => { names = { levels, list }; begin(); };
    script(words.data);
    script(words.names);
  };

  const begin = () => {
    if (!data || !names) return;
    const seen = new Set();
    for (const [, name] of names.list.slice(data.first, data.first + data.shown)) {
      if (seen.has(name)) doubles.add(name);
      seen.add(name);
    }
    const code = new URLSearchParams(location.search).get(words.key);
    const at = code ? names.list.findIndex((area) => area[0] === code) - data.first : -1;
    if (at >= 0 && at < data.shown) pick(at);
    draw();
  };

  // What is wrong is seen by all; what has changed stands on the page, and is said for who does not see it.
  const say = (text) => { $("note").textContent = text; };

  let told = 0;
  const tell = (text) => {
    clearTimeout(told);
    told = setTimeout(() => { $("status").textContent = text; }, 700);
  };

  let waiting = 0;
  const change = () => {
    load();
    const weights = typed();
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    rows.forEach(({ share }, at) => { share.textContent = percent(all > 0 ? weights[at] / all : 0); });
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(draw);
  };

  let addressed = 0;
  const address = () => {
    clearTimeout(addressed);
    addressed = setTimeout(() => {
      const weights = typed();
      const query = new URLSearchParams(location.search);
      if (isPublished(weights)) query.delete("w"); else query.set("w", weights.join("-"));
      if (picked === null) query.delete(words.key); else query.set(words.key, names.list[data.first + picked][0]);
      const text = query.toString();
      // a page from disk may not be allowed another address
      try { history.replaceState(null, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`); } catch { /* it keeps the one it has */ }
    }, 300);
  };

  const label = (at) => (at < 0 ? "" : JSON.parse(words.classes)[at] ?? "");

  const draw = () => {
    if (!data || !names) return;
    const weights = typed();
    if (!weights.some((weight) => weight > 0)) return clear();
    say("");
    const now = isPublished(weights) ? published : reckon(data, weights);
    const found = compare(data, published, now);
    const known = (value, text) => (Number.isNaN(value) ? "–" : text);
    $("correlation").textContent = known(found.correlation, three.format(found.correlation));
    $("distance").textContent = one.format(found.distance);
    if (data.classes) {
      $("moved").textContent = words.of.replace("{n}", short.format(found.moved)).replace("{of}", short.format(found.areas));
      $("people").textContent = known(found.people, percent(found.people));
    }
    const shown = found.places.filter((place) => place < data.shown);
    list($("worse"), most(shown, (place) => found.from[place] - found.to[place]), now, found);
    list($("better"), most(shown, (place) => found.to[place] - found.from[place]), now, found);
    $("picked").hidden = picked === null;
    if (picked !== null) {
      const told = [...$("picked").querySelectorAll("dd")];
      const isInBoth = found.from[picked] > 0;
      const ranks = isInBoth ? [found.from, found.to] : [published.ranks, now.ranks];
      const places = "ranks" in words ? ranks.map((ranks) => place(ranks, picked)) : [moved(picked, found)];
      const texts = [link(picked), ...places, label(published.classes[picked]), label(now.classes[picked])];
      told.forEach((cell, at) => cell.replaceChildren(texts[at]));
    }
    const summary = [...box.querySelectorAll("[data-figures] > div")].map((pair) => `${pair.children[0].textContent} ${pair.children[1].textContent}`);
    tell(summary.join("; "));
    address();
  };

  // Without any weight there is no outcome, and none of an earlier choice stays.
  const clear = () => {
    say(words.nothing);
    box.querySelectorAll("[data-figures] dd").forEach((cell) => { cell.textContent = "–"; });
    [$("worse"), $("better")].forEach((body) => list(body, []));
    $("picked").hidden = true;
    tell(words.nothing);
  };

  /** The places that move most by a measure, those that move at all; as many as there are rows. */
  const most = (places, by) => {
    const size = $("worse").rows.length;
    const best = [];
    for (const place of places) {
      const moves = by(place);
      if (!(moves > 0) || (best.length === size && moves <= best[size - 1].moves)) continue;
      const at = best.findIndex((other) => other.moves < moves);
      best.splice(at < 0 ? best.length : at, 0, { place, moves });
      if (best.length > size) best.pop();
    }
    return best.map(({ place }) => place);
  };

  // What an area lies in, and where several have that name, what these lie in.
  const around = (at) => {
    const [, name, level, parent] = names.list[at];
    const isShared = names.list.some((area, other) => other !== at && area[1] === name && area[2] === level);
    return parent >= 0 && isShared ? `${name}, ${names.list[parent][1]}` : name;
  };

  // Many a name is there twice: those are told with what they lie in.
  const named = (place) => {
    const [, name, , parent] = names.list[data.first + place];
    return parent >= 0 && doubles.has(name) ? `${name} (${around(parent)})` : name;
  };

  const link = (place) => {
    const [code] = names.list[data.first + place];
    const element = document.createElement("a");
    element.href = `${document.body.dataset.areas}${code}/index.html`;
    element.textContent = named(place);
    return element;
  };

  const place = (ranks, at) => (Number.isNaN(ranks[at]) ? words.none : rank(ranks[at]));

  // How far and which way; ranks count from the bad end.
  const moved = (at, found) => {
    const by = found.from[at] - found.to[at];
    if (Number.isNaN(by)) return words.none;
    return by === 0 ? "0" : (by > 0 ? words.worse : words.better).replace("{n}", rank(Math.abs(by)));
  };

  const list = (body, places, now, found) => {
    body.closest(".scroll").hidden = places.length === 0;
    [...body.rows].forEach((row, at) => {
      const [name, ...cells] = row.cells;
      const here = places[at];
      row.hidden = here === undefined;
      const classes = () => [...new Set([published, now].map((outcome) => label(outcome.classes[here])))].join(" → ");
      const told = () => ("ranks" in words ? [place(found.from, here), place(found.to, here)] : [rank(Math.abs(found.from[here] - found.to[here])), classes()]);
      const texts = here === undefined ? [] : told();
      name.replaceChildren(here === undefined ? "" : link(here));
      cells.forEach((cell, at) => { cell.textContent = texts[at] ?? ""; });
    });
  };

  const pick = (place) => {
    picked = place;
    search.value = names.list[data.first + place][1];
    results.replaceChildren();
  };

  const search = $("search");
  const results = $("results");
  const look = () => {
    load();
    results.replaceChildren();
    const text = plain(search.value.trim());
    if (!data || !names || text.length < 2) return;
    const found = [[], [], []];
    for (let place = 0; place < data.shown; place += 1) {
      const [code, name] = names.list[data.first + place];
      const here = plain(name);
      if (code.toLowerCase() === text || here.startsWith(text)) found[0].push(place);
      else if (here.includes(` ${text}`) || here.includes(`-${text}`)) found[1].push(place);
      else if (here.includes(text)) found[2].push(place);
    }
    const places = found.flat().slice(0, 8);
    if (!places.length) {
      const none = document.createElement("li");
      none.textContent = words.unknown;
      results.append(none);
    }
    for (const place of places) {
      const [, name, , parent] = names.list[data.first + place];
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = parent < 0 ? name : `${name} (${around(parent)})`;
      button.addEventListener("click", () => { pick(place); draw(); search.focus(); });
      item.append(button);
      results.append(item);
    }
  };
  search.addEventListener("input", look);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      results.querySelector("button")?.click();
    } else if (event.key === "Escape") results.replaceChildren();
  });

  for (const { range, number } of rows) {
    range.addEventListener("input", () => { number.value = range.value; change(); });
    number.addEventListener("input", () => { range.value = number.value; change(); });
    // what stands there when it is left is what counts
    number.addEventListener("change", () => { number.value = counted(number); });
  }
  const set = (weights) => {
    rows.forEach(({ range, number }, at) => { number.value = weights[at]; range.value = weights[at]; });
    change();
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  $("reset").addEventListener("click", () => set(rows.map(({ given }) => given)));
  $("equal")?.addEventListener("click", () => set(rows.map(() => 10)));
  form.addEventListener("focusin", load);
  form.addEventListener("pointerdown", load);
  box.hidden = false;

  const query = new URLSearchParams(location.search);
  const wanted = (query.get("w") ?? "").split("-").map(Number);
  if (query.has("w") && wanted.length === rows.length && wanted.every((weight) => weight >= 0 && weight <= 100)) set(wanted);
  else if (query.has(words.key)) load();
})();
