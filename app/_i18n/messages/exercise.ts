import { both } from "../both";

/** Words of the answers given on note cards. */
export const exercise = both({
  ko: {
    answer: "답 적기",
    field: "{count, number}개 가운데 {at, number}번째 답",
    options: "보기",
    check: "확인",
    meanings: "뜻",
    meaning: "{at, number}: {text}",
    up: "위로: {text}",
    down: "아래로: {text}",
    right: "맞았어요.",
    partly: "일부만 맞았어요.",
    wrong: "다시 볼 답이에요.",
    spelling: "(‘{given}’도 받았어요. 맞춤법만 달라요.)",
    repeat: "(한 번만 셌어요.)",
    gradedDone: "자동 채점 <grade></grade> · 이 묶음에서는 끝",
    graded: "자동 채점 <grade></grade> · <interval></interval> 뒤에 다시",
  },
  en: {
    answer: "Type the answer",
    field: "Answer {at, number} of {count, number}",
    options: "Options",
    check: "Check",
    meanings: "Meanings",
    meaning: "{at, number}: {text}",
    up: "Up: {text}",
    down: "Down: {text}",
    right: "Right.",
    partly: "Partly right.",
    wrong: "Not yet.",
    spelling: "(“{given}” was accepted: only the spelling differs.)",
    repeat: "(counted once)",
    gradedDone: "Graded <grade></grade> · done in this set",
    graded: "Graded <grade></grade> · back in <interval></interval>",
  },
});
