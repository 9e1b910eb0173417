import { expect, test } from "vitest";
import { drawMaths } from "./draw-maths";

test("a formula becomes MathML, and one that cannot be read stays text", () => {
  const drawn = drawMaths("the step $\\eta/\\sqrt{G}$", "and $\\nosuchthing{$");
  expect(drawn["\\eta/\\sqrt{G}"]).toContain("<math");
  expect(drawn["\\eta/\\sqrt{G}"]).toContain("<msqrt>");
  expect(drawn["\\nosuchthing{"]).toContain("katex-error");
});

test("a formula carries no link, picture, script or style of its own", () => {
  const tricks = [
    "\\href{javascript:alert(1)}{x}",
    "\\includegraphics{http://example.com/a.png}",
    "\\htmlClass{a}{x}",
    "<script>1</script>",
  ];
  for (const tex of tricks) {
    const html = drawMaths(`$${tex}$`)[tex] ?? "";
    expect(html).not.toMatch(/<a |href=|<img|<script|onerror|class="a"/);
  }
});

test("a formula that expands without end is given up", () => {
  const bomb = "\\def\\a{\\a\\a}\\a";
  expect(drawMaths(`$${bomb}$`)[bomb]).toContain("katex-error");
});
