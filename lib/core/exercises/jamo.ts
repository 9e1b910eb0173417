/** Writes Hangul as single letters, so that one wrong stroke is one letter and every way of composing is the same. */

/** Final consonants U+11A8–U+11C2 as the leads they are typed with; double ones (ㄲ, ㅆ) are one key. */
const finals =
  "ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ"
    .normalize("NFKD")
    .split(" ");

/**
 * "학", its decomposed form, "ㅎㅏㄱ" and half-width "ﾾￂﾡ" all become the same three letters. Other scripts keep their
 * plain form (NFKD without accents). Source: Unicode chapter 3.12, conjoining jamo.
 */
export const toJamo = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u11a8-\u11c2]/g, (final) => finals[final.charCodeAt(0) - 0x11a8] ?? final);

export const isHangulLetter = (letter: string): boolean => /[\u1100-\u1175]/.test(letter);
