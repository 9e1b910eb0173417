import { expect, test } from "vitest";
import { picturePath } from "./picture-path";

test.each([
  ["a.md", "x.png", "x.png"],
  ["week1/a.md", "img/x.png", "week1/img/x.png"],
  ["week1/a.md", "./x.png", "week1/x.png"],
  ["week1/a.md", "../img/x.png", "img/x.png"],
  ["a.md", "../../etc/passwd", "etc/passwd"],
  ["a.md", "my%20picture.png", "my picture.png"],
  ["a.md", "100%.png", "100%.png"],
])("in %s, %s is %s", (file, src, path) => {
  expect(picturePath(file, src)).toBe(path);
});
