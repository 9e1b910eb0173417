/** What moves by one cell, and what somebody may wrongly say of it. */
import { joined } from "../../korean";
import type { Text } from "../../text";
import type { Cell } from "../answer-form";
import type { Mistake } from "../family";

export interface PoolShiftTolerance {
  side: number;
  /** Side of the window and its stride. */
  window: number;
  /** One or two bright cells on a map of zeros. */
  peaks: { cell: Cell; value: number }[];
  direction: Direction;
}

export const directions = {
  left: { step: [0, -1], name: { ko: "왼쪽", en: "left" } },
  right: { step: [0, 1], name: { ko: "오른쪽", en: "right" } },
  up: { step: [-1, 0], name: { ko: "위", en: "up" } },
  down: { step: [1, 0], name: { ko: "아래", en: "down" } },
} satisfies Record<string, { step: Cell; name: Text }>;
export type Direction = keyof typeof directions;
const slip = (
  name: string,
  label: Text,
  id: (truth: string, params: PoolShiftTolerance) => string | null,
  say: (params: PoolShiftTolerance) => Text,
): Mistake<PoolShiftTolerance> => ({
  slip: name,
  name: label,
  gives: (params, truth) => {
    const given = truth.kind === "choice" ? id(truth.id, params) : null;
    return given === null ? null : { kind: "choice", id: given };
  },
  say,
});

export const mistakes: Mistake<PoolShiftTolerance>[] = [
  slip(
    "never-changes",
    { ko: "풀링하면 늘 그대로라고 했다", en: "Pooling was said never to change" },
    () => "unchanged",
    ({ window }) => ({
      ko: `움직여도 같은 ${window}×${window} 창 안에 있을 때만 그대로예요. 창의 경계를 넘으면 다른 칸으로 가요.`,
      en: `The output stays only while the value is in the same ${window}×${window} window. Across the border it goes to another cell.`,
    }),
  ),
  slip(
    "always-changes",
    { ko: "한 칸 움직이면 출력도 움직인다고 했다", en: "The output was said to move with every cell" },
    () => "moved",
    ({ window }) => ({
      ko: `한 칸 움직여도 같은 ${window}×${window} 창 안이면 가장 큰 값은 그대로 그 칸에 있어요.`,
      en: `A move inside the same ${window}×${window} window leaves the largest value where it is.`,
    }),
  ),
  slip(
    "spread-over-both",
    { ko: "두 창에 다 나타난다고 했다", en: "It was said to show in two windows" },
    (_, { peaks }) => (peaks.length === 1 ? "both" : null),
    () => ({
      ko: "창끼리 겹치지 않으니 값 하나는 창 하나에만 들어가요.",
      en: "The windows do not overlap, so one value lies in one window only.",
    }),
  ),
  slip(
    "peaks-mixed-up",
    { ko: "어느 쪽이 경계를 넘는지 바꾸어 보았다", en: "Which one crosses a border was mixed up" },
    (truth) => ({ "first-moved": "second-moved", "second-moved": "first-moved" })[truth] ?? null,
    ({ window }) => ({
      ko: `자리를 ${joined(window, "으로로")} 나눈 몫이 움직이기 전과 뒤에 다른 쪽이 창을 넘어요.`,
      en: `Divide each place by ${window}: where the quotient changes, the value crosses into another window.`,
    }),
  ),
];
