import { both } from "../both";

/** Words of the 404 and the error pages. */
export const failure = both({
  ko: {
    missingTitle: "이 주소에는 아무것도 없어요",
    missing: "주소가 바뀌었거나 잘못 적혔어요. 카드와 기록은 그대로 있어요.",
    toToday: "오늘 화면으로",
    brokenTitle: "화면을 보여 주지 못했어요",
    broken: "저장한 답은 서버에 그대로 있어요. 다시 해 보고, 그래도 안 되면 잠시 뒤에 열어 주세요.",
    number: "오류 번호",
    retry: "다시 시도",
  },
  en: {
    missingTitle: "Nothing at this address",
    missing: "The address changed or was mistyped. Your cards and your history are untouched.",
    toToday: "Go to today",
    brokenTitle: "This page could not be shown",
    broken:
      "Every saved answer is safe on the server. Try again, and if it still fails come back in a while.",
    number: "Error number",
    retry: "Try again",
  },
});
