import { describe, expect, it } from "vitest";
import { asId, type ConceptId } from "../ids";
import type { Precedence } from "./concept-links";
import { layOutConcepts } from "./concept-map";

const id = (name: string) => asId<ConceptId>(name);
const tree = (text: string) =>
  text.split(" ").map((each) => {
    const [name = "", parent] = each.split("<");
    return { id: id(name), parent: parent === undefined ? null : id(parent) };
  });
const pair = (before: string, after: string): Precedence => ({ before: id(before), after: id(after) });
const placesOf = (text: string, pairs: Precedence[] = [], columns = 4) =>
  layOutConcepts(tree(text), pairs, columns).places.map(({ id, column, row }) => `${id} ${column},${row}`);

describe("laying out concepts", () => {
  it("puts leaves beside their parent and each branch in a row of its own", () => {
    expect(placesOf("top a<top b<top c<b d<b e<top")).toEqual([
      "top 0,0",
      "a 1,0",
      "e 2,0",
      "b 1,1",
      "c 2,1",
      "d 3,1",
    ]);
  });

  it("goes on in the next row where the columns end", () => {
    expect(placesOf("top a<top b<top c<top d<top")).toEqual(["top 0,0", "a 1,0", "b 2,0", "c 3,0", "d 1,1"]);
  });

  it("hangs a remedy on the sibling that it remedies", () => {
    expect(placesOf("top a<top b<top c<top", [pair("b", "c"), pair("b", "a")])).toEqual([
      "top 0,0",
      "b 1,0",
      "a 2,0",
      "c 3,0",
    ]);
  });

  it("keeps siblings that remedy each other under their parent", () => {
    expect(placesOf("top a<top b<top", [pair("a", "b"), pair("b", "a")])).toEqual([
      "top 0,0",
      "a 1,0",
      "b 2,0",
    ]);
  });

  it("gathers concepts without a group in a last lane", () => {
    const map = layOutConcepts(tree("one top a<top two"), [], 4);
    expect(map.lanes).toEqual([
      { head: "top", row: 0 },
      { head: null, row: 1 },
    ]);
    expect(map.places.slice(2).map(({ id }) => id)).toEqual(["one", "two"]);
  });

  it("gives a large branch a lane right after the one it belongs to", () => {
    const branch = [1, 2, 3, 4, 5, 6, 7].map((each) => `s${each}<branch`).join(" ");
    const map = layOutConcepts(tree(`branch<top ${branch} top a<top last b<last`), [], 9);
    expect(map.lanes).toEqual([
      { head: "top", row: 0 },
      { head: "branch", row: 1 },
      { head: "last", row: 2 },
    ]);
    expect(map.places.filter(({ row }) => row === 1)).toHaveLength(8);
  });

  it("places every concept once, whatever the parents say", () => {
    const text =
      "a<b b<a lost<nowhere own<own deep0 deep1<deep0 deep2<deep1 deep3<deep2 deep4<deep3 deep5<deep4";
    const { places } = layOutConcepts(tree(text), [], 3);
    const names = tree(text).map((concept) => concept.id);
    expect(places.map((place) => place.id).sort()).toEqual([...names].sort());
    expect(new Set(places.map(({ column, row }) => `${column},${row}`)).size).toBe(names.length);
    expect(Math.max(...places.map(({ column }) => column))).toBe(2);
  });

  it("has nothing to place without concepts", () => {
    expect(layOutConcepts([], [], 4)).toEqual({ columns: 4, rows: 0, lanes: [], places: [], runs: [] });
  });
});
