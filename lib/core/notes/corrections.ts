/** Decides which lines a correction touches, and which correction speaks for a card. */
import type { Locale } from "../text";
import type { Correction } from "./course";
import { containment, pairsOf, plainText } from "./identity/alike";
import type { Problem } from "./problems";

export interface CorrectedLines {
  at: (file: string, line: number) => readonly Correction[];
  byId: (id: string) => Correction | undefined;
  problems: Problem[];
}

/** Anchors survive other spacing. */
export const anchorKey = (text: string): string =>
  text.normalize("NFC").split(/\s+/).filter(Boolean).join(" ");

export interface AnchoredFile {
  file: string;
  /** Each line in anchor form. */
  lines: readonly string[];
}

/** A line may lose a quarter of the anchor's letter pairs, by a corrected word or a typo, and is still the line meant. */
const nearEnough = 0.75;
const shortest = 6;
const kept = new WeakMap<readonly string[], ReadonlySet<string>[]>();

function pairsOfLines(lines: readonly string[]): ReadonlySet<string>[] {
  const known = kept.get(lines) ?? lines.map((line) => pairsOf(plainText(line)));
  kept.set(lines, known);
  return known;
}

/** The first line that holds the anchor; where none does, the line that holds most of it. */
export function findAnchor(
  files: readonly AnchoredFile[],
  anchor: string,
): { file: string; line: number } | null {
  const wanted = anchorKey(anchor);
  for (const { file, lines } of files) {
    const index = lines.findIndex((line) => line.includes(wanted));
    if (index >= 0) return { file, line: index + 1 };
  }
  const pairs = pairsOf(plainText(wanted));
  let best = { file: "", line: 0, share: 0 };
  if (pairs.size >= shortest)
    for (const { file, lines } of files)
      for (const [index, line] of pairsOfLines(lines).entries()) {
        const share = containment(pairs, line);
        if (share > best.share) best = { file, line: index + 1, share };
      }
  return best.share >= nearEnough ? { file: best.file, line: best.line } : null;
}

/** A plain error speaks first, then what changes the meaning, then spelling. */
const weight: Record<Correction["kind"], number> = { err: 0, imp: 1, op: 2, inc: 3, typo: 4, str: 5 };

export function placeCorrections(
  files: readonly AnchoredFile[],
  corrections: readonly Correction[],
): CorrectedLines {
  const places = new Map<string, Correction[]>();
  const problems: Problem[] = [];
  for (const correction of corrections) {
    const found = [correction.anchor, ...(correction.also ?? [])].map((anchor) => {
      const place = findAnchor(files, anchor);
      if (!place) problems.push({ file: files[0]?.file ?? "", line: 1, code: "no-anchor", what: anchor });
      return place;
    });
    for (const place of found) {
      if (!place) continue;
      const key = `${place.file}:${place.line}`;
      const here = places.get(key) ?? [];
      if (!here.includes(correction)) here.push(correction);
      places.set(key, here);
    }
  }
  for (const here of places.values()) here.sort((one, other) => weight[one.kind] - weight[other.kind]);
  return {
    at: (file, line) => places.get(`${file}:${line}`) ?? [],
    byId: (id) => corrections.find((correction) => correction.id === id),
    problems,
  };
}

/** The plain error on these lines, if there is one: such a sentence is never taught as it stands. */
export const errorOn = (
  corrected: CorrectedLines,
  file: string,
  lines: readonly number[],
): Correction | undefined =>
  lines.flatMap((line) => corrected.at(file, line)).find((correction) => correction.kind === "err");

export const taught = (correction: Correction, locale: Locale): string => correction.text[locale];
