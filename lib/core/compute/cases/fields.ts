/** Fields that several kinds of cases share, as they are written in JSON. */
import { z } from "zod";
import type { Pads, Pair, Volume } from "../layout";

/** A number, or one that JSON cannot write: "Infinity", "-Infinity", "NaN". */
export const real = z.union([z.number(), z.enum(["Infinity", "-Infinity", "NaN"]).transform(Number)]);
export const count = z.int().min(1);

/** Height and width, or one number for both. */
export const pair = z
  .union([z.int(), z.tuple([z.int(), z.int()])])
  .transform((sides): Pair => (typeof sides === "number" ? [sides, sides] : sides));
export const volume = z.tuple([count, count, count]).transform((sizes): Volume => sizes);

/** Nested lists in which every list of a level is as long as its neighbours. */
const rectangular = (value: unknown): boolean =>
  !Array.isArray(value) ||
  (value.length > 0 &&
    value.every(rectangular) &&
    value.every(
      (part) => Array.isArray(part) === Array.isArray(value[0]) && part.length === value[0].length,
    ));
const uneven = "lists of one level must be equally long and not empty";

/** [H][W][C]. */
export const image = z.array(z.array(z.array(real))).refine(rectangular, uneven);
/** [kh][kw][Cin][Cout]. */
export const weights = z.array(z.array(z.array(z.array(real)))).refine(rectangular, uneven);

export const bothSides = ([height, width]: Pair): Pads => [height, height, width, width];
