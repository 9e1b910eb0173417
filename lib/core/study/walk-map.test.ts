import { expect, test } from "vitest";
import { asId, type ConceptId } from "../ids";
import { walkMap } from "./walk-map";

const place = (name: string, column: number, row: number) => ({ id: asId<ConceptId>(name), column, row });
const places = [place("a", 0, 0), place("b", 2, 0), place("c", 3, 0), place("d", 0, 2), place("e", 2, 2)];
const from = (name: string, key: Parameters<typeof walkMap>[2]) =>
  walkMap(places, asId<ConceptId>(name), key);

test("left and right lead to the neighbour in the row", () => {
  expect([from("a", "ArrowRight"), from("c", "ArrowLeft")]).toEqual(["b", "b"]);
});

test("up and down lead to the nearest box of the nearest row", () => {
  expect([from("c", "ArrowDown"), from("a", "ArrowDown"), from("e", "ArrowUp")]).toEqual(["e", "d", "b"]);
});

test("the edge of the map leads nowhere", () => {
  expect([
    from("a", "ArrowLeft"),
    from("a", "ArrowUp"),
    from("e", "ArrowRight"),
    from("d", "ArrowDown"),
  ]).toEqual([null, null, null, null]);
  expect(from("unknown", "ArrowDown")).toBeNull();
});
