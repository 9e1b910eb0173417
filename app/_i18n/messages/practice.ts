import { both } from "../both";

/** Words of free practice with one skill. */
export const practice = both({
  ko: {
    allSkills: "연습할 수 있는 모든 문제",
    level: "단계",
    levelNumber: "{level, number}단계",
    another: "다른 숫자로 한 번 더",
    separating: "내 실수를 가려내는 문제",
    notRecorded: "연습이라 일정에는 기록하지 않아요.",
    offline: "문제를 불러오지 못했어요. 연결을 확인하고 다시 눌러 주세요. 적은 답은 그대로 있어요.",
    failed: "계산하지 못했어요. 다시 눌러 주세요. 적은 답은 그대로 있어요.",
  },
  en: {
    allSkills: "Everything there is to practise",
    level: "Level",
    levelNumber: "Level {level, number}",
    another: "Another like this",
    separating: "One that separates my mistake",
    notRecorded: "This is practice; your schedule does not change.",
    offline: "The question could not be loaded. Check the connection and try again; your answer is kept.",
    failed: "It could not be computed. Try again; your answer is kept.",
  },
});
