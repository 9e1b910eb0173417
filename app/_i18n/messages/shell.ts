import { both } from "../both";

/** Words of the frame around every page. */
export const shell = both({
  ko: {
    skip: "본문으로 건너뛰기",
    menu: "주 메뉴",
    today: "오늘",
    settings: "설정",
    settingsOf: "{name}의 설정",
    language: "언어 · Language",
    toDark: "어두운 화면으로 바꾸기",
    toLight: "밝은 화면으로 바꾸기",
    tagline: "딥러닝 노트를 잊지 않게, 실제 계산으로 확인하며 복습해요.",
    keyStart: "복습 시작",
    keyToday: "오늘 화면으로",
    keyHelp: "이 도움말 열기",
    keyClose: "창 닫기",
    loading: "불러오는 중이에요",
  },
  en: {
    skip: "Skip to content",
    menu: "Main menu",
    today: "Today",
    settings: "Settings",
    settingsOf: "Settings of {name}",
    language: "언어 · Language",
    toDark: "Switch to the dark theme",
    toLight: "Switch to the light theme",
    tagline: "Deep-learning notes you keep, reviewed with answers that are really computed.",
    keyStart: "Start review",
    keyToday: "Go to today",
    keyHelp: "Open this help",
    keyClose: "Close a window",
    loading: "Loading",
  },
});
