import Link from "next/link";
import { percentOf } from "@/lib/core/study/mastery";
import { Meter } from "./meter";
import "./styles/concept-rows.css";

export interface ConceptRow {
  name: string;
  href: string;
  /** 0 to 1. */
  mastery: number;
}

/** Concepts with the share that is mastered, each leading to where it is taken up. */
export function ConceptRows({ concepts }: { concepts: readonly ConceptRow[] }) {
  return (
    <ol className="concept-rows">
      {concepts.map(({ name, href, mastery }) => (
        <li key={`${href} ${name}`}>
          <Link href={href} prefetch={false}>
            {name}
          </Link>
          <Meter share={mastery} />
          <span className="num">{percentOf(mastery)}%</span>
        </li>
      ))}
    </ol>
  );
}
