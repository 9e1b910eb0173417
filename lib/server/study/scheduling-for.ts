import { type Person, rulesOf } from "@/lib/core/people/person";
import type { Scheduling } from "@/lib/core/schedule/scheduling";
import { schedulingOf } from "@/lib/core/study/study-rules";
import type { CardRow } from "@/lib/db/courses";
import type { StudiedCourse } from "./course-index";

/** One settings object for each kind of card in a course, so that its memory model is made once a request. */
const made = new WeakMap<Person, Map<string, Scheduling>>();

/** How one learner's cards of this kind are scheduled in this course. */
export function schedulingFor(
  person: Person,
  { course, card }: { course: StudiedCourse; card: CardRow },
): Scheduling {
  const kind = card.family === null ? "notes" : "skills";
  const own = made.get(person) ?? new Map<string, Scheduling>();
  made.set(person, own);
  const key = `${kind} ${course.id}`;
  const scheduling =
    own.get(key) ?? schedulingOf(rulesOf(person), { course: course.rules, weights: person.weights[kind] });
  own.set(key, scheduling);
  return scheduling;
}
