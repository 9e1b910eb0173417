/** Sets the numbers and shapes of a sentence in the numeral face and leaves Hangul out of it. */
const numeral = /(\d+(?:[.,×]\d+)*)/;

export function Numbers({ text }: { text: string }) {
  let offset = 0;
  return text.split(numeral).map((part, at) => {
    const start = offset;
    offset += part.length;
    return at % 2 === 1 ? (
      <span className="num" key={start}>
        {part}
      </span>
    ) : (
      part
    );
  });
}
