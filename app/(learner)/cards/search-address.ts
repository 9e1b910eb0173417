/** A search as it stands in the address: ?q=…&concept=…&state=…&due=…&tag=…&page=2. */
import { type Filter, filters } from "@/lib/core/study/search-cards";

export const longestSearch = 200;

export interface AddressedSearch {
  typed: string;
  chosen: Partial<Record<Filter, string>>;
  page: number;
}
export type AddressParams = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined): string =>
  ((Array.isArray(value) ? value[0] : value) ?? "").slice(0, longestSearch);

export function readAddress(params: AddressParams): AddressedSearch {
  const chosen: AddressedSearch["chosen"] = {};
  for (const filter of filters) {
    const value = first(params[filter]);
    if (value !== "") chosen[filter] = value;
  }
  return { typed: first(params.q), chosen, page: Number(first(params.page)) || 1 };
}

/** "?q=…" with only what is set, or nothing. */
export function queryOf({ typed, chosen, page }: AddressedSearch): string {
  const entries: [string, string][] = [
    ["q", typed.trim()],
    ...filters.map((filter): [string, string] => [filter, chosen[filter] ?? ""]),
    ["page", page > 1 ? String(page) : ""],
  ];
  const query = new URLSearchParams(entries.filter(([, value]) => value !== "")).toString();
  return query && `?${query}`;
}
