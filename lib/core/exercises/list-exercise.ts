/** Makes a list to name or to put in order from a card whose answer has members. */
import { createRng } from "../rng";
import { namesInPart } from "./alternatives";
import type { CardWords, Prepared, Target } from "./exercise";
import { keyWordsOf } from "./key-words";
import { letterOptions } from "./letter-options";
import { asksOrder, isShortMember, readMembers } from "./list-members";
import type { Neighbours } from "./neighbours";
import { namesBeside } from "./term-answer";
import { termKey } from "./term-key";

/** Two in order are a coin to toss; more than a dozen are a sorting job. */
const fewestInOrder = 3;
const mostInOrder = 12;

function targetOf(member: string, { terms }: Neighbours): Target {
  const names = namesInPart(member);
  const term = names.flatMap((name) => terms.named(name) ?? [])[0];
  const forms = [...new Set([...names, ...(term?.forms ?? [])])];
  return { canonical: member, forms, isPhrase: term?.concept == null && keyWordsOf(member).length >= 2 };
}

/** Null when the answer is no list, or its members are too long to type. */
export function makeList(card: CardWords, neighbours: Neighbours, seed: number): Prepared | null {
  const members = readMembers(card);
  const isDistinct = new Set(members.map(termKey)).size === members.length;
  if (members.length < 2 || !isDistinct) return null;
  const isOrderable = members.length >= fewestInOrder && members.length <= mostInOrder;
  if (asksOrder(card.front) && isOrderable) {
    const shuffled = createRng(seed).shuffle(members);
    const items = letterOptions(shuffled);
    const order = members.map((member) => items[shuffled.indexOf(member)]?.id ?? "");
    return { exercise: { kind: "ordering", items }, truth: { kind: "ordering", order } };
  }
  if (!members.every(isShortMember)) return null;
  const targets = members.map((member) => targetOf(member, neighbours));
  const names = namesBeside(
    targets.flatMap(({ forms }) => forms),
    neighbours,
  );
  return {
    exercise: { kind: "list", count: members.length },
    truth: { kind: "list", members: targets, names },
  };
}
