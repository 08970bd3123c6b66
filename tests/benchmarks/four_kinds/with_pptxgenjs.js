// The deck by PptxGenJS: node with_pptxgenjs.js DECK OUT
const fs = require('fs');
const PptxGenJS = require('pptxgenjs');

const CATEGORIES = Array.from({ length: 8 }, (_, year) => `${2018 + year}年度`);
const MERGED = [[1, 3], [4, 7]];

function text(slide, said) {
  const points = said.points.map((words, index) => (
    { text: words, options: { bullet: true, breakLine: index < said.points.length - 1, fontSize: 20 } }));
  slide.addText(points, { x: 0.7, y: 1.5, w: 12, h: 5 });
}

function table(slide, said) {
  const rows = said.rows.map((row, number) => row.flatMap((words, column) => {
    const merged = column === 0 && MERGED.find(([first, last]) => first <= number && number <= last);
    if (merged && number > merged[0]) return [];
    const options = { fontSize: 10 };
    if (merged) options.rowspan = merged[1] - merged[0] + 1;
    if (number === 0) Object.assign(options, { fill: { color: '1F3864' }, color: 'FFFFFF' });
    return [{ text: words, options }];
  }));
  slide.addTable(rows, { x: 0.5, y: 1.4, w: 12.3, h: 5.5, colW: Array(5).fill(2.46) });
}

function chart(slide, said, deck) {
  const series = said.series.map((one) => ({ name: one.name, labels: CATEGORIES, values: one.values }));
  slide.addChart(deck.charts.BAR, series, {
    x: 0.7, y: 1.4, w: 12, h: 5, barDir: 'col', barGrouping: 'clustered', showLegend: true, legendPos: 'b' });
  slide.addText(`出典：${said.source}`, { x: 0.7, y: 6.7, w: 12, h: 0.5, fontSize: 10 });
}

function boxes(slide, said, deck) {
  const place = (index) => [0.4 + 2.1 * (index % 6), 1.4 + 1.15 * Math.floor(index / 6)];
  said.boxes.forEach((words, index) => {
    const [x, y] = place(index);
    slide.addText(words, { shape: deck.shapes.ROUNDED_RECTANGLE, x, y, w: 1.6, h: 0.7, fontSize: 10,
      fill: { color: 'E2ECF7' }, line: { color: '2F6FB5' } });
  });
  for (let start = 0; start < said.boxes.length; start += 2) {
    const [x, y] = place(start);
    slide.addShape(deck.shapes.LINE, { x: x + 1.6, y: y + 0.35, w: place(start + 1)[0] - x - 1.6, h: 0,
      line: { color: '2F6FB5', width: 1 } });
  }
}

const DRAWN = { text, table, chart, boxes };
const [, , source, target] = process.argv;
const deck = new PptxGenJS();
deck.layout = 'LAYOUT_WIDE';
deck.defineSlideMaster({ title: 'TITLE', objects: [
  { placeholder: { options: { name: 'title', type: 'title', x: 0.7, y: 0.3, w: 12, h: 0.9, fontSize: 28 }, text: '' } }] });
for (const line of fs.readFileSync(source, 'utf8').trimEnd().split('\n')) {
  const said = JSON.parse(line);
  const slide = deck.addSlide({ masterName: 'TITLE' });
  slide.addText(said.title, { placeholder: 'title' });
  DRAWN[said.kind](slide, said, deck);
}
deck.stream({ compression: true }).then((bytes) => fs.writeFileSync(target, bytes));
