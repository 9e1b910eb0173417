import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readUpload, uploadLimits } from "./read-upload";

const note = "# 코스\n## 가나 (Gana)\n- 정의\n  - 첫 개념이다.\n";
const file = (name: string, text = note) => ({ name, bytes: strToU8(text) });
const zip = (entries: Record<string, Uint8Array>, name = "notes.zip") => ({ name, bytes: zipSync(entries) });
const kindOf = (uploads: Parameters<typeof readUpload>[0]) => {
  const read = readUpload(uploads);
  return read.ok ? "ok" : read.error.kind;
};

describe("an upload", () => {
  it("may be Markdown files or a zip of a folder, data files and pictures beside them", () => {
    const plain = readUpload([file("b.md"), file("a.md")]);
    expect(plain.ok && plain.value.files.map((each) => each.file)).toEqual(["a.md", "b.md"]);
    const zipped = readUpload([
      zip({
        "course/a.md": strToU8(note),
        "course/README.md": strToU8("# no"),
        "course/pic.png": new Uint8Array([1, 2]),
        "course/corrections.json": strToU8(
          '[{"id":"E1","kind":"imp","anchor":"첫 개념","text":{"ko":"가","en":"a"}}]',
        ),
      }),
    ]);
    expect(zipped).toMatchObject({
      ok: true,
      value: { files: [{ file: "course/a.md", text: note }], corrections: [{ id: "E1" }] },
    });
  });

  it("in two languages is one course", () => {
    const read = readUpload([
      file("n.en.md", "# Course\n## Gana\n- Definition\n  - One.\n"),
      file("n.ko.md"),
    ]);
    expect(read).toMatchObject({
      ok: true,
      value: { files: [{ file: "n.ko.md" }], translation: { locale: "en", files: [{ file: "n.en.md" }] } },
    });
  });

  it.each([
    ["nothing", [], "empty"],
    ["an empty note", [file("a.md", " \n")], "empty"],
    ["a picture", [file("a.png")], "not-notes"],
    ["broken UTF-8", [{ name: "a.md", bytes: new Uint8Array([0x23, 0xff, 0xfe]) }], "not-text"],
    ["a name that climbs out", [zip({ "../a.md": strToU8(note) })], "unsafe-name"],
    ["an absolute name", [zip({ "/etc/a.md": strToU8(note) })], "unsafe-name"],
    ["a drive's name", [zip({ "C:\\a.md": strToU8(note) })], "unsafe-name"],
    ["no archive at all", [file("a.zip", "PK but not really")], "bad-archive"],
    [
      "a cut archive",
      [{ name: "a.zip", bytes: zip({ "a.md": strToU8(note) }).bytes.slice(0, 60) }],
      "bad-archive",
    ],
    ["broken data", [file("a.md"), file("cards.json", "[{]")], "bad-data"],
    ["data of another form", [file("a.md"), file("cards.json", '[{"at":""}]')], "bad-data"],
    ["too many lines", [file("a.md", "- 가\n".repeat(uploadLimits.lines + 1))], "too-large"],
  ])("of %s is refused as a whole", (_, uploads, kind) => {
    expect(kindOf(uploads)).toBe(kind);
  });

  it("of an archive that inflates a thousand times is refused before it is inflated", () => {
    const bomb = zip({ "a.md": new Uint8Array(200_000_000) });
    expect(bomb.bytes.length).toBeLessThan(300_000);
    expect(kindOf([bomb])).toBe("too-large");
  });

  it("of an archive with too many entries is refused", () => {
    const entries = Array.from(
      { length: uploadLimits.entries + 1 },
      (_, at) => [`${at}.md`, strToU8("# a\n")] as const,
    );
    expect(kindOf([zip(Object.fromEntries(entries))])).toBe("too-many");
  });

  it("of an archive whose header understates its size gives no more than the header says", () => {
    const { name, bytes } = zip({ "a.md": strToU8(`${note}${"- 가나다\n".repeat(5000)}`) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const central = bytes.findIndex(
      (_, at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(central + 24, 64, true);
    const read = readUpload([{ name, bytes }]);
    const size = read.ok ? (read.value.files[0]?.text.length ?? 0) : 0;
    expect(size).toBeLessThanOrEqual(64);
  });
});
