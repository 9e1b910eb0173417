/**
 * Places the concepts of a course on a grid: a lane for each group, a column for each step from the head of the group.
 * Rows and columns are counted from 0; pixels are the business of map-lines.ts and of whoever draws.
 */
import type { ConceptId } from "../ids";
import type { Concept } from "../notes/course";
import type { Precedence } from "./concept-links";

export interface Place {
  id: ConceptId;
  column: number;
  row: number;
}

export interface Lane {
  /** The concept that the group is named after; null for the concepts that belong to no group. */
  head: ConceptId | null;
  row: number;
}

/** A run of boxes of one group, left to right; it hangs on `from`, which may stand in a row above. */
export interface Run {
  from: ConceptId;
  ids: ConceptId[];
}

export interface MapLayout {
  columns: number;
  rows: number;
  lanes: Lane[];
  /** Every concept once, in reading order. */
  places: Place[];
  runs: Run[];
}

/** A part of the tree with this many concepts is a lane of its own, even below another concept. */
const laneAtLeast = 8;

type Parent = ConceptId | null;

export function layOutConcepts(
  concepts: readonly Pick<Concept, "id" | "parent">[],
  pairs: readonly Precedence[],
  columns: number,
): MapLayout {
  const order = concepts.map(({ id }) => id);
  const parents = withoutCircles(new Map(concepts.map(({ id, parent }) => [id, parent])));
  const chained = behindSiblings(parents, pairs);
  const whole = childrenOf(order, chained);
  const parentOf = cutIntoLanes(order, whole, chained);
  const children = childrenOf(order, parentOf);

  const tops = order.filter((id) => parentOf.get(id) === null);
  const isAlone = (id: ConceptId) => !whole.has(id);
  const heads = outerFirst(
    tops.filter((id) => !isAlone(id)),
    parents,
  );
  const alone = tops.filter(isAlone);
  const map: MapLayout = { columns, rows: 0, lanes: [], places: [], runs: [] };
  for (const head of heads) {
    map.lanes.push({ head, row: map.rows });
    map.rows = placeTree(map, children, { id: head, column: 0, row: map.rows }) + 1;
  }
  if (alone.length > 0) {
    map.lanes.push({ head: null, row: map.rows });
    for (const [at, id] of alone.entries()) {
      map.places.push({ id, column: at % columns, row: map.rows + Math.floor(at / columns) });
    }
    map.rows += Math.ceil(alone.length / columns);
  }
  map.places.sort((a, b) => a.row - b.row || a.column - b.column);
  return map;
}

/** Puts a concept and all below it: leaves beside it in runs, then each branch in rows of its own. @returns the last row used. */
function placeTree(map: MapLayout, children: ReadonlyMap<ConceptId, ConceptId[]>, place: Place): number {
  map.places.push(place);
  const below = children.get(place.id) ?? [];
  const leaves = below.filter((id) => !children.has(id));
  const branches = below.filter((id) => children.has(id));
  const column = Math.min(place.column + 1, map.columns - 1);
  const width = map.columns - column;
  const first = column > place.column ? place.row : place.row + 1;
  for (let at = 0; at < leaves.length; at += width) {
    const ids = leaves.slice(at, at + width);
    const row = first + at / width;
    map.runs.push({ from: place.id, ids });
    for (const [step, id] of ids.entries()) map.places.push({ id, column: column + step, row });
  }
  let row = Math.max(place.row, first + Math.ceil(leaves.length / width) - 1);
  for (const [at, id] of branches.entries()) {
    map.runs.push({ from: place.id, ids: [id] });
    const next = at === 0 && leaves.length === 0 ? first : row + 1;
    row = placeTree(map, children, { id, column, row: next });
  }
  return row;
}

/** A concept that is worth knowing after one of its siblings hangs on that one, unless that would be a circle. */
function behindSiblings(
  parents: ReadonlyMap<ConceptId, Parent>,
  pairs: readonly Precedence[],
): Map<ConceptId, Parent> {
  const behind = new Map(parents);
  for (const { before, after } of pairs) {
    const parent = parents.get(after);
    if (parent != null && parents.get(before) === parent && !isBelow(before, after, behind)) {
      behind.set(after, before);
    }
  }
  return behind;
}

function isBelow(id: ConceptId, above: ConceptId, parents: ReadonlyMap<ConceptId, Parent>): boolean {
  let at: Parent = id;
  while (at !== null && at !== above) at = parents.get(at) ?? null;
  return at === above;
}

/** Takes the parent from a concept whose chain of parents is endless or leads to nothing known. */
function withoutCircles(parents: ReadonlyMap<ConceptId, Parent>): Map<ConceptId, Parent> {
  const safe = new Map<ConceptId, Parent>();
  for (const [id, parent] of parents) {
    const above = new Set<ConceptId>([id]);
    let at = parent;
    while (at !== null && !above.has(at)) {
      above.add(at);
      at = (safe.has(at) ? safe.get(at) : parents.get(at)) ?? null;
    }
    safe.set(id, at === null && parent !== null && parents.has(parent) ? parent : null);
  }
  return safe;
}

/** The parents again, without the one of each branch that is large enough to be a lane of its own. */
function cutIntoLanes(
  order: readonly ConceptId[],
  children: ReadonlyMap<ConceptId, ConceptId[]>,
  parents: ReadonlyMap<ConceptId, Parent>,
): Map<ConceptId, Parent> {
  const cut = new Map(parents);
  const count = (id: ConceptId): number => {
    const size = (children.get(id) ?? []).reduce((sum, child) => sum + count(child), 1);
    if (size < laneAtLeast) return size;
    cut.set(id, null);
    return 0;
  };
  for (const id of order) if (parents.get(id) === null) count(id);
  return cut;
}

function childrenOf(
  order: readonly ConceptId[],
  parents: ReadonlyMap<ConceptId, Parent>,
): Map<ConceptId, ConceptId[]> {
  const children = new Map<ConceptId, ConceptId[]>();
  for (const id of order) {
    const parent = parents.get(id);
    if (parent != null) children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  return children;
}

/** Each head behind the one it lies below in the course, otherwise in their order. */
function outerFirst(heads: readonly ConceptId[], parents: ReadonlyMap<ConceptId, Parent>): ConceptId[] {
  const isHead = new Set(heads);
  const outerOf = (id: ConceptId): Parent => {
    let at = parents.get(id) ?? null;
    while (at !== null && !isHead.has(at)) at = parents.get(at) ?? null;
    return at;
  };
  const inner = childrenOf(heads, new Map(heads.map((id) => [id, outerOf(id)])));
  const withInner = (id: ConceptId): ConceptId[] => [id, ...(inner.get(id) ?? []).flatMap(withInner)];
  return heads.filter((id) => outerOf(id) === null).flatMap(withInner);
}
