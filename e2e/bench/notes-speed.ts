/** How long generated notes take to compile and to compare with an edited copy of them, on one core. */
import { compileNotes } from "@/lib/core/notes/compile-notes";
import { knownCards } from "@/lib/core/notes/identity/known-card";
import { matchCards } from "@/lib/core/notes/identity/match-cards";
import { createRng } from "@/lib/core/rng";

export interface NotesSpeed {
  lines: number;
  cards: number;
  compileMs: number;
  /** Matching alone; both versions are compiled before. */
  compareMs: number;
}

const korean =
  "기울기 손실 평균 분산 행렬 벡터 경로 신호 잡음 표본 오차 학습 검증 필터 뉴런 가중치 속도 방향 간격 입력".split(
    " ",
  );
const english =
  "gradient loss mean variance matrix vector path signal noise sample error filter neuron weight speed step".split(
    " ",
  );
const seed = 20;
const itemsPerHeading = 7;
/** One line in this many is corrected in the copy. */
const editEvery = 20;

/** Notes of `count` lines in both languages: a heading, a label and seven sentences, again and again. */
function writeNotes(count: number): string[] {
  const { int, pick } = createRng(seed);
  const sentence = (): string => {
    const words = pick([korean, english]);
    const drawn = Array.from({ length: int(6, 11) }, () => pick(words)).join(" ");
    return words === korean
      ? `${drawn} ${int(1, 9999)}번을 바꾼다.`
      : `The ${drawn} ${int(1, 9999)} changes.`;
  };
  return Array.from({ length: count }, (_, at) => {
    const place = at % (itemsPerHeading + 2);
    if (place === 0) return `## 개념 ${at} (Concept ${at})`;
    return place === 1 ? "- 정의" : `  - ${sentence()}`;
  });
}

const edited = (lines: readonly string[]): string[] =>
  lines.map((line, at) =>
    at % editEvery === 4 && line.startsWith("  - ")
      ? line
          .replace("e", "a")
          .replace("기", "가")
          .replace(/\S+ (?=\S+$)/, "")
      : line,
  );

/** Processor time of all threads together, so that other work on the machine does not count. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const inMs = (began: number): number => Math.round(spent() - began);

/** Milliseconds of processor time for each size, the least of three runs. */
export function measureNotes(sizes: readonly number[]): NotesSpeed[] {
  return sizes.map((count) => {
    const lines = writeNotes(count);
    const [old, next] = [lines, edited(lines)].map((list) => [{ file: "notes.md", text: list.join("\n") }]);
    if (!old || !next) throw new Error("two versions are needed");
    const runs = Array.from({ length: 3 }, () => {
      const began = spent();
      const course = compileNotes({ files: old });
      const compileMs = inMs(began);
      const [before, after] = [knownCards(course, old), knownCards(compileNotes({ files: next }), next)];
      const compared = spent();
      matchCards(before, after);
      return { lines: count, cards: course.cards.length, compileMs, compareMs: inMs(compared) };
    });
    const least = (pick: (run: NotesSpeed) => number) => Math.min(...runs.map(pick));
    return {
      ...(runs[0] as NotesSpeed),
      compileMs: least((run) => run.compileMs),
      compareMs: least((run) => run.compareMs),
    };
  });
}
