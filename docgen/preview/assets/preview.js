// The page of a preview: thumbnails, a page at full size, and what is told of it. Everything comes from this machine.
import { drawPanels, drawErrors, drawOrigin, chooseTab, element } from "./panels.js";

export const state = {
  words: {}, deck: null, findings: null, changes: null, errors: [], current: null, matches: null, filter: "all", connected: true,
};
const get = (id) => document.getElementById(id);
const ask = async (path, values) => (await fetch(`${path}?${new URLSearchParams(values)}`)).json();
const word = (name) => state.words[name] ?? name;
let seen = new IntersectionObserver(loadSeen, { root: get("pages"), rootMargin: "600px 0px" });

async function begin() {
  state.words = await (await fetch("texts")).json();
  document.documentElement.lang = state.words.language;
  for (const spot of document.querySelectorAll("[data-word]")) spot.textContent = word(spot.dataset.word);
  get("search").placeholder = word("search");
  get("pages").ariaLabel = word("pages");
  get("none").textContent = word("not-found");
  for (const name of ["all", "with-errors", "with-findings", "with-changes"]) {
    get("filter").append(element("option", { value: name }, word(name)));
  }
  drawStatus();
  listen();
}

function listen() {
  const events = new EventSource("events");
  const on = (name, then) => events.addEventListener(name, (event) => then(JSON.parse(event.data)));
  on("deck", takeDeck);
  on("errors", (row) => { state.errors = row.errors; drawErrors(); drawStatus(); });
  on("findings", (row) => { state.findings = row.findings; drawTold(); });
  on("changes", (row) => { state.changes = row.changes; drawTold(); });
  on("show", (row) => show(row.slide, row.box));
  events.onopen = () => { state.connected = true; drawStatus(); };
  events.onerror = () => { state.connected = false; drawStatus(); };
}

function takeDeck(deck) {
  const before = new Map((state.deck?.slides ?? []).map((slide) => [slide.id, slide]));
  const isFirst = state.deck === null;
  const place = state.deck?.slides.findIndex((slide) => slide.id === state.current) ?? 0;
  state.deck = deck;
  document.title = deck.title;
  get("title").textContent = deck.title;
  get("layout").textContent = `${deck.layout}　${deck.slides.length}${word("pages")}`;
  const changed = deck.slides.filter((slide) => before.get(slide.id)?.key !== slide.key);
  drawThumbnails(isFirst ? new Set() : new Set(changed.map((slide) => slide.id)));
  const wanted = isFirst ? decodeURIComponent(location.hash.slice(1)) : state.current;
  const near = deck.slides[Math.min(Math.max(place, 0), deck.slides.length - 1)];
  const next = deck.slides.find((slide) => slide.id === wanted) ?? near;
  if (next) open(next.id, { keepOrigin: true });
  applySearch();
  drawStatus();
}

// Thumbnails are kept where their slides are kept: a hundred pages are not made anew for one sentence.
function drawThumbnails(fresh) {
  const list = get("thumbnails");
  const known = new Map([...list.querySelectorAll("li[data-slide]")].map((item) => [item.dataset.slide, item]));
  const items = [];
  let section = null;
  state.deck.slides.forEach((slide, index) => {
    if (slide.section !== section && slide.section) items.push(element("li", { className: "section" }, slide.section));
    section = slide.section;
    const item = known.get(slide.id) ?? thumbnail(slide);
    item.querySelector(".number").textContent = index + 1;
    item.firstChild.ariaLabel = `${index + 1} ${slide.title}`;
    item.classList.toggle("fresh", fresh.has(slide.id));
    const image = item.querySelector("img");
    if (image.dataset.key !== slide.key) {
      image.dataset.key = slide.key;
      if (image.dataset.seen) draw(image, slide.key);
    }
    items.push(item);
  });
  const same = items.length === list.children.length && items.every((item, index) => list.children[index] === item);
  if (!same) list.replaceChildren(...items);
}

function thumbnail(slide) {
  const image = element("img", { alt: "" });
  const frame = element("span", { className: "frame" }, image, element("span", { className: "marks" }));
  frame.style.aspectRatio = `${state.deck.width} / ${state.deck.height}`;
  const button = element("button", { type: "button", tabIndex: -1 }, element("span", { className: "number" }), frame);
  button.onclick = () => open(slide.id);
  const item = element("li", {}, button);
  item.dataset.slide = slide.id;
  seen.observe(image);
  return item;
}

function loadSeen(entries) {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting || target.dataset.seen) continue;
    target.dataset.seen = "1";
    draw(target, target.dataset.key);
  }
}

// The picture that is there stays until the new one can be shown.
async function draw(image, key) {
  const next = new Image();
  next.src = `picture/${key}`;
  try { await next.decode(); } catch { return; }
  if (image.dataset.key === key) { image.src = next.src; image.dataset.shown = key; }
}

export function open(id, { keepOrigin = false } = {}) {
  const index = state.deck.slides.findIndex((slide) => slide.id === id);
  if (index < 0) return;
  const slide = state.deck.slides[index];
  const isOther = state.current !== id;
  state.current = id;
  if (isOther) history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  for (const item of document.querySelectorAll("#thumbnails [aria-current]")) item.removeAttribute("aria-current");
  const item = itemOf(id);
  item?.setAttribute("aria-current", "page");
  if (isOther) item?.scrollIntoView({ block: "nearest" });
  const image = get("page");
  if (image.dataset.key !== slide.key) {
    image.dataset.key = slide.key;
    image.alt = slide.title;
    draw(image, slide.key);
    drawShapes(slide);
  }
  get("number").textContent = `${index + 1} / ${state.deck.slides.length}`;
  get("slide-title").textContent = slide.title;
  get("slide-id").textContent = slide.id;
  fitPaper();
  if (isOther && !keepOrigin) drawOrigin(null);
  drawPanels();
}

const itemOf = (id) => [...get("thumbnails").children].find((item) => item.dataset.slide === id);

async function drawShapes(slide) {
  const rows = await ask("shapes", { slide: slide.id });
  if (get("page").dataset.key !== slide.key) return;
  get("shapes").replaceChildren(...rows.map((row) => place(element("i", { title: row.id }), row)));
}

function place(spot, box) {
  const { width, height } = state.deck;
  const share = (part, whole) => `${(100 * part) / whole}%`;
  spot.style.left = share(box.x, width);
  spot.style.top = share(box.y, height);
  spot.style.width = share(box.width, width);
  spot.style.height = share(box.height, height);
  return spot;
}

function show(id, box) {
  open(id);
  get("shapes").querySelectorAll(".shown").forEach((spot) => spot.remove());
  if (box) setTimeout(() => get("shapes").append(place(element("i", { className: "shown" }), box)), 150);
}

async function clicked(event) {
  const area = get("shapes").getBoundingClientRect();
  const x = ((event.clientX - area.left) / area.width) * state.deck.width;
  const y = ((event.clientY - area.top) / area.height) * state.deck.height;
  const found = await ask("origin", { slide: state.current, x, y });
  for (const spot of get("shapes").children) spot.classList.toggle("chosen", spot.title === found?.shape);
  chooseTab("origin");
  drawOrigin(found);
}

function pointed(event) {
  const spots = [...get("shapes").children].filter((spot) => {
    const box = spot.getBoundingClientRect();
    return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  });
  const size = (spot) => spot.offsetWidth * spot.offsetHeight;
  const under = spots.sort((one, other) => size(one) - size(other))[0];
  for (const spot of get("shapes").children) spot.classList.toggle("over", spot === under);
}

function fitPaper() {
  const stage = get("stage");
  const { width, height } = state.deck;
  const room = { width: stage.clientWidth - 34, height: stage.clientHeight - 66 };
  const scale = Math.max(Math.min(room.width / width, room.height / height), 0.3);
  get("paper").style.width = `${width * scale}px`;
  get("paper").style.height = `${height * scale}px`;
}

function drawStatus() {
  const status = get("status");
  const wrong = state.errors.length > 0 || !state.connected;
  status.classList.toggle("wrong", wrong);
  if (!state.connected) status.textContent = word("lost");
  else if (state.errors.length) status.textContent = word("error");
  else if (!state.deck) status.textContent = word("first-build");
  else status.textContent = word("up-to-date");
}

export const slidesOf = (row) => row.slides ?? [];

// What is told of the pages: marks on their thumbnails, and the panels.
function drawTold() {
  for (const item of document.querySelectorAll("#thumbnails li[data-slide]")) {
    const index = state.deck.slides.findIndex((slide) => slide.id === item.dataset.slide);
    const levels = new Set((state.findings ?? []).filter((row) => slidesOf(row).includes(index + 1)).map((row) => row.level));
    const marks = [...levels].sort();
    if ((state.changes ?? []).some((row) => row.page === state.deck.slides[index]?.page)) marks.push("change");
    item.querySelector(".marks").replaceChildren(...marks.map((name) => element("i", { className: name })));
  }
  applyFilter();
  drawPanels();
}

async function applySearch() {
  const text = get("search").value.trim();
  const matches = text ? new Set(await ask("search", { text })) : null;
  if (text !== get("search").value.trim()) return;
  state.matches = matches;
  applyFilter();
}

export function isWanted(slide, number) {
  if (state.matches && !state.matches.has(slide.id)) return false;
  const here = (state.findings ?? []).filter((row) => slidesOf(row).includes(number));
  if (state.filter === "with-errors") return here.some((row) => row.level === "error");
  if (state.filter === "with-findings") return here.length > 0;
  if (state.filter === "with-changes") return (state.changes ?? []).some((row) => row.page === slide.page);
  return true;
}

function applyFilter() {
  if (!state.deck) return;
  const wanted = new Set(state.deck.slides.filter((slide, index) => isWanted(slide, index + 1)).map((slide) => slide.id));
  let heading = null;
  for (const item of get("thumbnails").children) {
    if (item.dataset.slide) {
      item.hidden = !wanted.has(item.dataset.slide);
      if (heading && !item.hidden) heading.hidden = false;
    } else { heading = item; item.hidden = true; }
  }
  get("none").hidden = wanted.size > 0;
}

function step(by) {
  const slides = state.deck?.slides.filter((slide, index) => isWanted(slide, index + 1)) ?? [];
  if (!slides.length) return;
  const all = state.deck.slides.map((slide) => slide.id);
  let here = slides.findIndex((slide) => slide.id === state.current);
  if (here < 0) here = slides.filter((slide) => all.indexOf(slide.id) < all.indexOf(state.current)).length - (by > 0 ? 1 : 0);
  open(slides[Math.min(Math.max(here + by, 0), slides.length - 1)].id);
}

function nextFinding(by) {
  const numbers = [...new Set((state.findings ?? []).flatMap(slidesOf))].sort((one, other) => one - other);
  const here = state.deck.slides.findIndex((slide) => slide.id === state.current) + 1;
  const next = by > 0 ? numbers.find((number) => number > here) ?? numbers[0] : numbers.findLast((number) => number < here) ?? numbers.at(-1);
  if (next) { chooseTab("findings"); open(state.deck.slides[next - 1].id); }
}

const KEYS = {
  ArrowDown: () => step(1), ArrowRight: () => step(1), PageDown: () => step(1), j: () => step(1), " ": () => step(1),
  ArrowUp: () => step(-1), ArrowLeft: () => step(-1), PageUp: () => step(-1), k: () => step(-1),
  Home: () => step(-9999), End: () => step(9999), "/": () => get("search").focus(),
  f: () => nextFinding(1), F: () => nextFinding(-1),
  1: () => chooseTab("findings"), 2: () => chooseTab("changes"), 3: () => chooseTab("origin"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches("input, select")) {
    if (event.key === "Escape") { get("search").value = ""; applySearch(); event.target.blur(); }
    if (event.key === "Enter" && event.target === get("search")) { event.target.blur(); openFirstMatch(); }
    return;
  }
  if (event.key === " " && event.target.matches("button, a")) return;
  if (KEYS[event.key] && state.deck) { event.preventDefault(); KEYS[event.key](); }
});

function openFirstMatch() {
  const first = state.deck?.slides.find((slide, index) => isWanted(slide, index + 1));
  if (first) open(first.id);
}

get("search").addEventListener("input", applySearch);
get("filter").addEventListener("change", (event) => { state.filter = event.target.value; applyFilter(); event.target.blur(); });
get("shapes").addEventListener("click", clicked);
get("shapes").addEventListener("pointermove", pointed);
for (const name of ["findings", "changes", "origin"]) get(`tab-${name}`).onclick = () => chooseTab(name);
window.addEventListener("resize", () => state.deck && fitPaper());
window.addEventListener("hashchange", () => state.deck && open(decodeURIComponent(location.hash.slice(1))));
begin();
