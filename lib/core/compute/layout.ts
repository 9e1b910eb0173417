/** Sizes and sides as tuples, height before width before channels. */

/** Explicit zeros on each side, in cells. */
export type Pads = [top: number, bottom: number, left: number, right: number];
export type Pair = [height: number, width: number];
export type Volume = [height: number, width: number, channels: number];
