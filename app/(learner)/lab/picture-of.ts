/** What a part of the page shows, as a picture to keep: its drawings with the words, fills and frames around them. */

/** Properties of a drawing that come from style sheets and would be lost outside of the page. */
const kept = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray"];
/** What is there to be used or to be read aloud, not to be looked at. */
const leftOut = "button, input, select, summary, details, .ctl, .vh, .lab-row, .not-in-picture";
const svg = "http://www.w3.org/2000/svg";
const room = 16;
const times = 2;

interface Picture {
  /** Shapes, which an image takes over. */
  shapes: SVGSVGElement;
  /** Words, which are written in the page's own fonts: an image would not have them. */
  words: Word[];
  /** The corner of the page from which everything is measured. */
  from: { x: number; y: number };
  /** How far down something has been drawn. */
  bottom: number;
}
interface Word {
  text: string;
  x: number;
  top: number;
  font: string;
  fill: string;
  /** Colour and width of a halo. */
  halo: [string, number] | null;
}

/** A PNG of twice the size, on the page's paper and in its colours; null where this browser cannot make it. */
export async function pictureOf(part: HTMLElement): Promise<Blob | null> {
  const box = part.getBoundingClientRect();
  const shapes = document.createElementNS(svg, "svg");
  const picture: Picture = { shapes, words: [], from: { x: box.left - room, y: box.top - room }, bottom: 0 };
  draw(part, picture);
  const [width, height] = [Math.ceil(box.width) + 2 * room, Math.ceil(picture.bottom) + room];
  setAll(shapes, { xmlns: svg, width, height });
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(shapes))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * times;
  canvas.height = height * times;
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.scale(times, times);
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, width, height);
  pen.drawImage(image, 0, 0, width, height);
  for (const word of picture.words) write(pen, word);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

const setAll = (element: Element, values: Record<string, string | number>): void => {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
};

function draw(element: Element, picture: Picture): void {
  if (element.matches(leftOut)) return;
  if (element instanceof SVGSVGElement) addDrawing(element, picture);
  else if (element instanceof HTMLElement) addFrame(element, picture);
  for (const child of element.childNodes) {
    if (child instanceof Element) draw(child, picture);
    else if (child instanceof Text) addWords(child, picture);
  }
}

/** A drawing where it stands, with the looks that it has now. What the page hides in it is shown: names at the ways. */
function addDrawing(drawing: SVGSVGElement, picture: Picture): void {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  [drawing, ...drawing.querySelectorAll<SVGElement>("*")].forEach((original, at) => {
    const style = getComputedStyle(original);
    copies[at]?.setAttribute(
      "style",
      kept.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";"),
    );
  });
  for (const text of copy.querySelectorAll("text")) text.remove();
  const { left, top, bottom, width, height } = drawing.getBoundingClientRect();
  setAll(copy, { x: left - picture.from.x, y: top - picture.from.y, width, height, overflow: "visible" });
  picture.shapes.append(copy);
  picture.bottom = Math.max(picture.bottom, bottom - picture.from.y);
}

function addFrame(element: HTMLElement, picture: Picture): void {
  const style = getComputedStyle(element);
  const { left, top, bottom, width, height } = element.getBoundingClientRect();
  const line = Number.parseFloat(style.borderTopWidth);
  const hasFrame = line > 0 && Number.parseFloat(style.borderLeftWidth) > 0;
  if (width === 0 || (style.backgroundColor === "rgba(0, 0, 0, 0)" && !hasFrame)) return;
  const half = hasFrame ? line / 2 : 0;
  const rect = document.createElementNS(svg, "rect");
  setAll(rect, {
    x: left - picture.from.x + half,
    y: top - picture.from.y + half,
    width: width - 2 * half,
    height: height - 2 * half,
    fill: style.backgroundColor,
    stroke: hasFrame ? style.borderTopColor : "none",
    "stroke-width": line,
    rx: Number.parseFloat(style.borderTopLeftRadius) || 0,
  });
  picture.shapes.append(rect);
  picture.bottom = Math.max(picture.bottom, bottom - picture.from.y);
}

/** Words where they stand, line by line: the letters of a line have the same top. */
function addWords(text: Text, picture: Picture): void {
  const parent = text.parentElement;
  if (!parent || text.data.trim() === "") return;
  const style = getComputedStyle(parent);
  const isDrawn = parent instanceof SVGElement;
  const look = {
    font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
    fill: isDrawn ? style.fill : style.color,
    halo:
      isDrawn && style.stroke !== "none"
        ? ([style.stroke, Number.parseFloat(style.strokeWidth)] as [string, number])
        : null,
  };
  const range = document.createRange();
  let line: Word | undefined;
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const [x, top] = [box.left - picture.from.x, box.top - picture.from.y];
    const letter = text.data[at] ?? "";
    if (line && Math.abs(line.top - top) < 2) line.text += letter;
    else {
      line = { text: letter, x, top, ...look };
      picture.words.push(line);
    }
    picture.bottom = Math.max(picture.bottom, box.bottom - picture.from.y);
  }
}

function write(pen: CanvasRenderingContext2D, { text, x, top, font, fill, halo }: Word): void {
  pen.font = font;
  const y = top + pen.measureText(text).fontBoundingBoxAscent;
  if (halo) {
    [pen.strokeStyle, pen.lineWidth] = halo;
    pen.lineJoin = "round";
    pen.strokeText(text, x, y);
  }
  pen.fillStyle = fill;
  pen.fillText(text, x, y);
}
