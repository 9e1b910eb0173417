/** Judges "name all n": the order does not matter, and a member counts once. */
import type { ExerciseTruth, Names, Part, PartNote, Target } from "./exercise";
import { matchTerm } from "./judge-term";
import { termKey } from "./term-key";

/** What a text matches among the members: as it stands before misspelt, so that a slip never takes another's place. */
function findMember(
  text: string,
  members: readonly Target[],
  names: Names,
): { member: Target; match: "" | PartNote } | undefined {
  const found = members.flatMap((member) => {
    const beside = members.filter((other) => other !== member).flatMap(({ forms }) => forms.map(termKey));
    const match = matchTerm(text, member, { ...names, others: [...names.others, ...beside] });
    return match === null ? [] : [{ member, match }];
  });
  return found.find(({ match }) => match === "") ?? found[0];
}

/**
 * One part per place, in the order given; null when every place is empty. A place that is empty, wrong or a repeat shows
 * a member that was missed. Texts beyond the places are not read.
 */
export function judgeList(
  { members, names }: Extract<ExerciseTruth, { kind: "list" }>,
  texts: readonly string[],
): Part[] | null {
  const filled = texts.filter((text) => text.trim() !== "").slice(0, members.length);
  if (filled.length === 0) return null;
  const named = new Set<Target>();
  const places = filled.map((given) => {
    const hit = findMember(given, members, names);
    const isRepeat = hit !== undefined && named.has(hit.member);
    if (hit) named.add(hit.member);
    return { given, hit, isRepeat };
  });
  const missed = members.filter((member) => !named.has(member));
  return members.map((_, at) => {
    const { given, hit, isRepeat } = places[at] ?? { given: "", isRepeat: false };
    if (!hit || isRepeat) {
      const canonical = missed.shift()?.canonical ?? "";
      return { given, isRight: false, canonical, ...(isRepeat ? { note: "repeat" as const } : {}) };
    }
    const { member, match } = hit;
    return { given, isRight: true, canonical: member.canonical, ...(match ? { note: match } : {}) };
  });
}
