/** What a failed request says, by the kind of its failure. */
export const errors = {
  ko: {
    "signed-out": "로그인이 끝났어요. 다시 로그인해 주세요.",
    forbidden: "다른 사이트에서 온 요청이라 받지 않았어요.",
    "not-found": "그런 카드나 기록이 없어요.",
    "bad-request": "요청을 이해하지 못했어요. 화면을 새로 고쳐 주세요.",
    "too-large": "보낸 내용이 너무 길어요.",
    stale: "그 사이 카드가 바뀌었어요. 지금 상태를 다시 보여 줄게요.",
    unreadable: "답을 읽지 못했어요. 틀린 것으로 세지 않았으니 형식에 맞게 다시 적어 주세요.",
    "not-latest": "마지막으로 매긴 카드만 되돌릴 수 있어요.",
    "not-saved": "저장하지 못했어요. 답은 이 화면에 남아 있으니 잠시 뒤에 다시 보내 주세요.",
    throttled: "시도가 너무 많았어요. 잠시 뒤에 다시 해 주세요.",
    "bad-credentials": "이메일이나 비밀번호가 맞지 않아요.",
    unexpected: "서버에서 문제가 생겼어요. 저장된 기록은 그대로예요.",
  },
  en: {
    "signed-out": "You are signed out. Sign in again.",
    forbidden: "The request came from another site and was refused.",
    "not-found": "There is no such card or review.",
    "bad-request": "The request could not be understood. Reload the page.",
    "too-large": "What was sent is too long.",
    stale: "This card changed since it was shown. Here is how it stands now.",
    unreadable: "The answer could not be read. It does not count as wrong: write it in the form asked for.",
    "not-latest": "Only the card graded last can be taken back.",
    "not-saved": "It could not be saved. Your answer is still on this page: send it again in a moment.",
    throttled: "Too many tries. Wait a moment and try again.",
    "bad-credentials": "The email or the password is not right.",
    unexpected: "Something went wrong on the server. What was saved is safe.",
  },
} as const;

export type ErrorKind = keyof (typeof errors)["ko"];
