/** What the address of the page says: the view, the concept looked at, and the order of the list. */
export const sortings = ["name", "mastery", "recall", "cards", "next"] as const;
export type Sorting = (typeof sortings)[number];

export interface Address {
  /** Null: the map on a wide screen, the list on a narrow one. */
  view: "map" | "list" | null;
  concept: string | null;
  course: string | null;
  /** Null: in the order of the notes. */
  sort: Sorting | null;
}

export function readAddress(query: Record<string, string | string[] | undefined>): Address {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === "string" && value !== "" ? value : null;
  };
  const view = one("view");
  return {
    view: view === "map" || view === "list" ? view : null,
    concept: one("concept"),
    course: one("course"),
    sort: sortings.find((sorting) => sorting === one("sort")) ?? null,
  };
}

export function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  for (const name of ["view", "course", "concept", "sort"] as const) {
    const value = address[name];
    if (value !== null) query.set(name, value);
  }
  return query.size === 0 ? "/concepts" : `/concepts?${query}`;
}
