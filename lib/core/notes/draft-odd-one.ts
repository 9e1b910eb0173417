/** R4: which of these does not belong to a list; the odd one comes from elsewhere in the same course. */
import { createRng, seedOf } from "../rng";
import type { Concept } from "./course";
import { memberIn } from "./draft-list";
import { nameKey } from "./names";
import type { NoteNode } from "./note-reader";
import { holdsError, type MemberList, type Page } from "./page";
import { labelIn, type Voice } from "./voice";

/** Members shown beside the odd one. */
const shownMembers = 3;
/** An option longer than this is a sentence to read, not a thing to choose. */
const longestOption = 60;

/** Something to choose: how each language says it. */
interface Choice {
  node: NoteNode | null;
  says: (voice: Voice) => string;
}

/** A choice for each list whose members are all short and right, with one thing that surely is no member. */
export function draftOddOnes(page: Page): void {
  const { concepts } = page.concepts;
  const parentOf = new Map(concepts.map((concept) => [concept.id, concept.parent]));
  const isWithin = (concept: Concept, other: Concept): boolean => {
    for (let id: Concept["parent"] | undefined = concept.id, steps = 0; id && steps < 50; steps += 1) {
      if (id === other.id) return true;
      id = parentOf.get(id);
    }
    return false;
  };
  const areApart = (one: Concept, other: Concept) => !isWithin(one, other) && !isWithin(other, one);
  const childrenOf = new Map<string, Concept[]>();
  for (const concept of concepts) {
    if (!concept.parent) continue;
    const siblings = childrenOf.get(concept.parent) ?? [];
    siblings.push(concept);
    childrenOf.set(concept.parent, siblings);
  }

  /** Things beside the concept in the tree, the nearest level first. */
  const beside = (concept: Concept): Concept[] => {
    for (let id: Concept["parent"] | undefined = concept.id, steps = 0; id && steps < 50; steps += 1) {
      const parent = parentOf.get(id);
      const others = parent ? (childrenOf.get(parent) ?? []).filter((other) => areApart(other, concept)) : [];
      if (others.length > 0) return others;
      id = parent;
    }
    return [];
  };

  const lists = page.lists.filter(
    (list) =>
      !holdsError(
        page,
        list.label,
        list.members.map(({ line }) => line),
      ),
  );
  for (const list of lists.slice(0, mostLists)) {
    const members = list.members.map((node) => choiceOf(page, list, node));
    const isNamed = list.members.every((node) => page.concepts.at(node) !== undefined);
    const near = isNamed
      ? beside(list.concept).map((concept): Choice => ({ node: null, says: (voice) => voice.name(concept) }))
      : [];
    const elsewhere = () =>
      lists
        .slice(0, mostLists)
        .filter((other) => other.role === list.role && areApart(other.concept, list.concept))
        .flatMap((other) => other.members.map((node) => choiceOf(page, other, node)));
    draftOddOne(page, list, members, near.length > 0 ? near : elsewhere());
  }
}

/** More lists than this in one course are drawn from no further. */
const mostLists = 200;

/** A member by its concept's name, where it has one of its own. */
function choiceOf(page: Page, list: MemberList, node: NoteNode): Choice {
  const concept = page.concepts.at(node);
  const isOwn =
    concept && list.members.every((other) => other === node || page.concepts.at(other) !== concept);
  return { node, says: (voice) => (isOwn ? voice.name(concept) : memberIn(voice, node)) };
}

function draftOddOne(
  page: Page,
  { label, concept, members: nodes }: MemberList,
  members: Choice[],
  others: Choice[],
) {
  const { voice } = page;
  const isShort = (choice: Choice) => {
    const text = choice.says(voice);
    return text !== "" && text.length <= longestOption;
  };
  const keys = new Set(members.map((choice) => nameKey(choice.says(voice))));
  const odd = others.filter((choice) => isShort(choice) && !keys.has(nameKey(choice.says(voice))));
  if (odd.length === 0 || !members.every(isShort) || keys.size < members.length) return;
  const words = labelIn(voice, label);
  const rng = createRng(seedOf(`${concept.id} ${words}`));
  const right = rng.pick(odd);
  const shown = rng.shuffle([...rng.shuffle(members).slice(0, shownMembers), right]);
  page.drafts.push({
    concept,
    rule: "R4",
    direction: "not",
    write: (spoken) => ({
      front: spoken.say.notOne(spoken.name(concept), labelIn(spoken, label)),
      back: right.says(spoken),
      options: shown.map((choice) => choice.says(spoken)),
    }),
    nodes: [label, ...shown.flatMap(({ node }) => (node ? [node] : []))],
    file: label.file,
    at: label.line,
    cited: nodes.map((member) => member.line),
    words,
    isWrong: false,
  });
}
