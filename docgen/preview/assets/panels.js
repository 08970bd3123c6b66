// What is told beside a page: findings, changes since last year, where a shape comes from.
import { state, open, slidesOf } from "./preview.js";

const get = (id) => document.getElementById(id);
const word = (name) => state.words[name] ?? name;

export function element(tag, values = {}, ...inner) {
  const made = Object.assign(document.createElement(tag), values);
  made.append(...inner.filter((part) => part !== null && part !== undefined));
  return made;
}

export function chooseTab(name) {
  for (const other of ["findings", "changes", "origin"]) {
    get(`tab-${other}`).setAttribute("aria-selected", String(other === name));
    get(`panel-${other}`).hidden = other !== name;
  }
}

export function drawPanels() {
  drawFindings();
  drawChanges();
}

const number = () => state.deck.slides.findIndex((slide) => slide.id === state.current) + 1;

function drawFindings() {
  const panel = get("panel-findings");
  get("count-findings").textContent = state.findings?.length || "";
  if (!state.deck || state.findings === null) return panel.replaceChildren(element("p", { className: "empty" }, word("checking")));
  const here = state.findings.filter((row) => slidesOf(row).includes(number()));
  const others = state.findings.filter((row) => !here.includes(row));
  const said = here.length ? here.map(findingItem) : [element("p", { className: "empty" }, word(state.findings.length ? "no-findings-here" : "no-findings"))];
  panel.replaceChildren(...said, ...(others.length ? [element("h3", {}, word("elsewhere")), ...others.map(findingItem)] : []));
}

function findingItem(row) {
  const first = slidesOf(row)[0];
  const jump = first ? element("button", { type: "button", onclick: () => open(state.deck.slides[first - 1].id) }, `p.${first}`) : null;
  return element("div", { className: `item ${row.level}` },
    element("div", { className: "head" }, element("span", { className: "level" }, word(`level-${row.level}`)), element("span", {}, row.code), jump),
    element("p", {}, row.what),
    row.hint ? element("p", { className: "more" }, row.hint) : null,
    placeOf(row.place ?? rowPlace(row), ""));
}

const rowPlace = (row) => (row.file ? [row.file, row.line, row.column].filter(Boolean).join(":") : row.where ?? "");

function placeOf(where, link) {
  if (!where) return null;
  return link ? element("a", { className: "place", href: link }, where) : element("span", { className: "place" }, where);
}

function drawChanges() {
  const panel = get("panel-changes");
  if (!state.deck || state.changes === null) {
    get("count-changes").textContent = "";
    return panel.replaceChildren(element("p", { className: "empty" }, word("no-year-before")));
  }
  const page = state.deck.slides[number() - 1]?.page;
  const here = state.changes.filter((row) => row.page === page);
  get("count-changes").textContent = here.length || "";
  panel.replaceChildren(...(here.length ? here.map(changeItem) : [element("p", { className: "empty" }, word("no-changes-here"))]));
}

function changeItem(row) {
  const fields = (row.fields ?? []).map((field) => element("p", { className: "more" },
    field.name ? `${field.name} ` : null, element("del", {}, field.before || "－"), " → ", element("ins", {}, field.after || "－")));
  return element("div", { className: "item" }, element("p", {}, row.label), ...fields);
}

export function drawErrors() {
  const area = get("errors");
  area.hidden = state.errors.length === 0;
  if (area.hidden) return area.replaceChildren();
  const rows = state.errors.map((row) => element("li", {}, placeOf(row.where, row.link), element("p", {}, row.what),
    row.expected ? element("p", { className: "more" }, `${word("expected")} ${row.expected}`) : null,
    row.hint ? element("p", { className: "more" }, `${word("hint")} ${row.hint}`) : null));
  const head = element("h2", {}, word("error"), state.deck ? element("small", {}, word("last-good")) : null);
  area.replaceChildren(head, element("ul", {}, ...rows));
}

export function drawOrigin(found) {
  const panel = get("panel-origin");
  if (!found) return panel.replaceChildren(element("p", { className: "empty" }, word("click")));
  panel.replaceChildren(...[
    found.text ? element("p", { className: "quote" }, found.text) : null,
    placeOf(found.where, found.link),
    found.trace ? element("h3", {}, word("rests-on")) : null,
    found.trace ? traceItem(found.trace) : null,
  ].filter(Boolean));
}

function traceItem(step) {
  const reads = step.reads.map((row) => element("p", { className: "reads" }, row.column ? `${row.column} = ` : "", element("b", {}, row.text), " ", placeOf(row.where, row.link)));
  const more = step.more ? element("p", { className: "reads" }, `＋${step.more}`) : null;
  return element("div", { className: "step" },
    element("span", { className: "kind" }, step.id || ""), step.text ? element("span", {}, step.text) : null, element("br"), placeOf(step.where, step.link),
    ...reads, more, ...step.below.map(traceItem));
}
