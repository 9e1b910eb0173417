/** Splits what is pasted into a map into one text a cell. No character of a number is dropped or rewritten. */

const breaks = /[\n\r;|()[\]{}]+/;
/** "1,234" may be one number as well as two. */
const thousands = /^[-−–+]?\d{1,3}(,\d{3})+$/;

const withoutEmpty = (parts: string[]): string[] => parts.filter((part) => part !== "");

/**
 * The cells in reading order, each as it stands, or null where they are not exactly as many as the map has. A comma
 * beside a blank or an end separates. One between two digits may be a decimal comma or part thousands: it separates only
 * in lines without blanks, in a map of whole numbers, where the group after it is not one of thousands.
 */
export function pastedCells(
  text: string,
  { rows, columns, decimals }: { rows: number; columns: number; decimals: number },
): string[] | null {
  const lines = withoutEmpty(text.split(breaks).map((line) => line.trim().replace(/^,+|,+$/g, "")));
  const pieces = withoutEmpty(lines.flatMap((line) => line.split(/,*\s+,*/)));
  if (pieces.length === rows * columns) return pieces;
  const isListed = decimals === 0 && lines.every((line) => !/\s/.test(line) && !thousands.test(line));
  const listed = isListed ? lines.flatMap((line) => line.split(",")) : [];
  return listed.length === rows * columns ? listed : null;
}
